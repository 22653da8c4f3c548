import type { TransactionSql } from 'postgres';
import { guardConnection } from './connection-guard.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { kyselyOver } from './kysely-over.ts';

/**
 * Runs `work` and takes back everything it wrote: how an action is tried out. Within a transaction that is open, only
 * the work's own writes are taken back.
 */
export async function rolledBack<Result>(
  database: Database,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const outcome: { result?: Result } = {};
  const undo = new Error('Rolled back on purpose.');
  const attempt = async (inside: Database) => {
    outcome.result = await work(inside);
    throw undo;
  };
  try {
    if (isTransaction(database.sql)) await database.sql.savepoint(() => attempt(database));
    else await inTransaction(database, attempt);
  } catch (error) {
    if (error !== undo) throw error;
  }
  return outcome.result as Result;
}

/**
 * Runs `work` so that its failure leaves the transaction usable, as long as it uses the database it is given: the driver
 * holds the failure of a statement against the scope that it was sent from.
 */
export async function inSavepoint<Result>(
  database: Database,
  work: (inside: Database) => Promise<Result>,
): Promise<Result> {
  if (!isTransaction(database.sql)) throw new Error('A savepoint needs an open transaction.');
  const { result } = await database.sql.savepoint(async sql => {
    const guarded = guardConnection(sql);
    try {
      return { result: await work({ ...database, sql: guarded.sql, query: kyselyOver(guarded.sql) }) };
    } catch (error) {
      // There is nothing to roll back on a connection that is gone; the transaction has failed by itself.
      if (guarded.loss() !== undefined) return new Promise<never>(() => {});
      throw error;
    }
  });
  return result;
}

function isTransaction(sql: Database['sql']): sql is TransactionSql {
  return 'savepoint' in sql;
}
