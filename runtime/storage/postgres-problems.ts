import type { Problem, ProblemCode } from '#platform';
import { isConnectionLoss } from './connection-guard.ts';
import { metadataPathOf } from './names.ts';

/** What a driver's error says, as far as it is of use; see PostgresError of the driver. */
interface DatabaseError extends Error {
  readonly code: string;
  readonly detail?: string;
  readonly table_name?: string;
  readonly column_name?: string;
  readonly constraint_name?: string;
}

/** SQLSTATE by which generated functions refuse; the detail is the list of problems as JSON. */
export const refusalState = 'AUB01';

/** The database's state → what people are told. A state not listed is looked up by its class, its first two characters. */
const codes: Readonly<Record<string, ProblemCode>> = {
  '23505': 'value-not-unique',
  '23503': 'reference-broken',
  '23502': 'value-missing',
  '23514': 'value-refused',
  '22001': 'value-too-long',
  '22003': 'value-out-of-range',
  '22012': 'division-by-zero',
  '22P02': 'value-malformed',
  '22007': 'value-malformed',
  '22008': 'value-malformed',
  '57014': 'took-too-long',
  '55P03': 'database-busy',
  '40001': 'database-busy',
  '40P01': 'database-busy',
  '53': 'database-exhausted',
  '08': 'database-unreachable',
  '57P': 'database-unreachable',
};

/**
 * The problems that an error of the database stands for; undefined when it is none of the database, or one that only a
 * mistake of ours can cause (a statement that does not parse, a table that is not there).
 */
export function problemsOf(error: unknown): Problem[] | undefined {
  if (!isDatabaseError(error)) return undefined;
  if (error.code === refusalState) return refusals(error);
  const code = isConnectionLoss(error) ? 'database-unreachable' : codeOf(error);
  if (code === undefined) return undefined;
  const path = placeOf(error);
  const parameters = { field: path?.split('.').at(-1) ?? '', reason: error.message };
  return [path === undefined ? { code, parameters } : { code, path, parameters }];
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function refusals(error: DatabaseError): Problem[] {
  const problems: unknown = JSON.parse(error.detail ?? '');
  if (!Array.isArray(problems)) throw new Error(`A function refused without a list of problems: ${error.detail}`);
  return problems.map((problem: Problem) => ({ ...problem, parameters: problem.parameters ?? {} }));
}

function codeOf({ code }: DatabaseError): ProblemCode | undefined {
  return codes[code] ?? codes[code.slice(0, 3)] ?? codes[code.slice(0, 2)];
}

/** Constraints and columns are named after metadata paths, so the place is read off their names. */
function placeOf(error: DatabaseError): string | undefined {
  if (error.constraint_name !== undefined) return metadataPathOf(error.constraint_name);
  if (error.table_name === undefined) return undefined;
  return metadataPathOf(error.table_name, error.column_name);
}
