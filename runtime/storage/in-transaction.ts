import { setTimeout as delay } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { PostgresJSDialect, type PostgresJSReservedSql, type PostgresJSSql } from 'kysely-postgres-js';
import type { TransactionSql } from 'postgres';
import type { Database, DatabasePool, Tables } from './database.ts';

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
}

const attemptsMax = 12;
const firstPauseMs = 5;
const pauseMaxMs = 400;

/** SQLSTATEs after which the same transaction, run again from its start, may succeed. */
const retryable = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction and commits it; an error rolls everything back and is thrown on. The whole work is
 * repeated after a deadlock or serialization failure, so it must do nothing but use its database. Within a
 * transaction already open the work simply joins it.
 */
export async function inTransaction<Result>(
  database: Database,
  work: (database: Database) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  if (!isPool(database)) return work(database);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(database, work, options);
    } catch (error) {
      if (attempt === attemptsMax || !isRetryable(error)) throw error;
      await delay(pauseMs(attempt, database.random));
    }
  }
}

async function runOnce<Result>(
  database: DatabasePool,
  work: (database: Database) => Promise<Result>,
  options: TransactionOptions,
): Promise<Result> {
  // The driver unwraps arrays of promises it is given; a wrapper keeps the result exactly as it is.
  const { result } = await database.sql.begin(
    `isolation level ${options.isolation ?? 'read committed'}`,
    async sql => ({
      result: await work(boundTo(sql, database)),
    }),
  );
  return result;
}

/** A database whose kysely and driver both speak on the transaction's connection. */
function boundTo(sql: TransactionSql, { schema, random }: Database): Database {
  const reserved: PostgresJSReservedSql = { release: () => {}, unsafe: (...args) => sql.unsafe(...args) };
  const pool: PostgresJSSql = Object.assign(() => {}, {
    reserve: async () => reserved,
    end: async () => {},
    options: {},
  });
  return { query: new Kysely<Tables>({ dialect: new PostgresJSDialect({ postgres: pool }) }), sql, schema, random };
}

function isPool(database: Database): database is DatabasePool {
  return 'begin' in database.sql;
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && retryable.has(error.code);
}

/** Doubles with each attempt; the jitter keeps two transactions from meeting again at once. */
function pauseMs(attempt: number, random: Database['random']): number {
  const share = (random(1)[0] ?? 0) / 255;
  return Math.min(firstPauseMs * 2 ** (attempt - 1), pauseMaxMs) * (0.5 + share);
}
