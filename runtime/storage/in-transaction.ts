import { setTimeout as delay } from 'node:timers/promises';
import type { ISql } from 'postgres';
import { guardConnection, isConnectionLoss } from './connection-guard.ts';
import type { Database, DatabasePool } from './database.ts';
import { kyselyOver } from './kysely-over.ts';

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
  return repeated(database, begun => {
    const noted = (bound: Database) => {
      begun();
      return work(bound);
    };
    return runOnce(database, noted, options);
  });
}

/**
 * Repeats work that is one transaction by itself - a single statement, say - after a deadlock or serialization failure.
 * `begun` is told once the work may have had effects: before, a connection that broke is a reason to repeat as well.
 * Within an open transaction the work is done once: only the whole transaction can be repeated.
 */
export async function repeated<Result>(
  database: Database,
  work: (begun: () => void) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    let hasBegun = false;
    try {
      return await work(() => {
        hasBegun = true;
      });
    } catch (error) {
      const isLast = attempt === attemptsMax || !isPool(database);
      if (isLast || !(isRepeatable(error) || (!hasBegun && isRefusedConnection(error)))) throw error;
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
  const begin = `isolation level ${options.isolation ?? 'read committed'}`;
  const { result } = await database.sql.begin(begin, async sql => {
    const guarded = guardConnection(sql);
    try {
      return { result: await work(boundTo(guarded.sql, database)) };
    } catch (error) {
      // The driver would roll back on a connection that is gone. It has refused the transaction by itself already.
      if (guarded.loss() !== undefined) return new Promise<never>(() => {});
      throw error;
    }
  });
  return result;
}

/** A database whose kysely and driver both speak on the transaction's connection. */
function boundTo(sql: ISql, { schema, random }: Database): Database {
  return { query: kyselyOver(sql), sql, schema, random };
}

function isPool(database: Database): database is DatabasePool {
  return 'begin' in database.sql;
}

/** Whether the error ended a transaction that may succeed when it is run again from its start. */
export function isRepeatable(error: unknown): boolean {
  return retryable.has(stateOf(error));
}

/** A server that restarts refuses transactions for a moment; one that has not begun can be begun again. */
function isRefusedConnection(error: unknown): boolean {
  return isConnectionLoss(error) || stateOf(error).startsWith('57P');
}

function stateOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Doubles with each attempt; the jitter keeps two transactions from meeting again at once. */
function pauseMs(attempt: number, random: Database['random']): number {
  const share = (random(1)[0] ?? 0) / 255;
  return Math.min(firstPauseMs * 2 ** (attempt - 1), pauseMaxMs) * (0.5 + share);
}
