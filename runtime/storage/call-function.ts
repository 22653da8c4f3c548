import { ProblemError } from '#platform';
import type { Database } from './database.ts';
import { isRepeatable, repeated } from './in-transaction.ts';
import { problemsOf } from './postgres-problems.ts';
import { quoteIdentifier } from './quoting.ts';

/** A call of a function that the migration has installed. */
export interface FunctionCall {
  /** 'technical.Sale:save' */
  readonly name: string;
  /** One parameter each, with the type it is bound as. */
  readonly parameters: readonly (readonly [value: unknown, type: 'jsonb' | 'uuid[]'])[];
}

/**
 * Calls a generated function in one statement, prepared once per connection, and answers what it returns. What the
 * function refuses is thrown as problems. A deadlock or serialization failure is never told: without an open
 * transaction the call is repeated; within one the error goes on as it is, so that whoever opened it repeats the whole.
 */
export async function callFunction<Answer>(database: Database, { name, parameters }: FunctionCall): Promise<Answer> {
  const places = parameters.map(([, type], index) => `$${index + 1}::${type}`);
  const statement = `select ${quoteIdentifier(name)}(${places.join(', ')}) as answer`;
  const values = parameters.map(([value]) => value as never);
  try {
    const [row] = await repeated(database, begun => {
      // A statement that was sent may have been committed, though its answer was lost.
      begun();
      return database.sql.unsafe<{ answer: Answer }[]>(statement, values, { prepare: true });
    });
    if (row === undefined) throw new Error(`${name} answered nothing.`);
    return row.answer;
  } catch (error) {
    const problems = isRepeatable(error) ? undefined : problemsOf(error);
    throw problems === undefined ? error : new ProblemError(problems);
  }
}
