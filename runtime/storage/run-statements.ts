import type { Database } from './database.ts';

const statementsPerTrip = 200;

/**
 * Runs DDL in order. Statements travel together: a configuration of thousands of objects would otherwise cost tens of
 * thousands of trips.
 */
export async function runStatements({ sql }: Database, statements: readonly string[]): Promise<void> {
  for (let start = 0; start < statements.length; start += statementsPerTrip) {
    await sql.unsafe(statements.slice(start, start + statementsPerTrip).join(';\n'));
  }
}
