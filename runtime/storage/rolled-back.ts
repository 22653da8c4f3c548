import type { TransactionSql } from 'postgres';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';

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

/** Runs `work` so that its failure leaves the transaction usable. */
export async function inSavepoint<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  if (!isTransaction(database.sql)) throw new Error('A savepoint needs an open transaction.');
  const { result } = await database.sql.savepoint(async () => ({ result: await work() }));
  return result;
}

function isTransaction(sql: Database['sql']): sql is TransactionSql {
  return 'savepoint' in sql;
}
