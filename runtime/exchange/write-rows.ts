import { type Problem, ProblemError } from '#platform';
import { createRecord } from '../records/create-record.ts';
import { updateRecord } from '../records/update-record.ts';
import type { Session } from '../session/session.ts';
import { problemsOf } from '../storage/postgres-problems.ts';
import { inSavepoint } from '../storage/rolled-back.ts';
import type { BadCell, ImportRow } from './import-row.ts';

/**
 * Writes rows within the open transaction: all in one go, and one by one when that fails, so that each bad row is found
 * and the good ones stay. Answers the rows that were written.
 */
export async function writeRows(
  session: Session,
  path: string,
  rows: readonly ImportRow[],
): Promise<readonly ImportRow[]> {
  if (rows.length === 0) return [];
  const together = await failureOf(() =>
    inSavepoint(session.database, async database => {
      const inside = { ...session, database };
      // The driver sends them one after another without waiting, so the batch takes about one round trip.
      const written = await Promise.allSettled(rows.map(row => writeRow(inside, path, row)));
      const failed = written.find(one => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    }),
  );
  if (together === undefined) return rows;
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) {
    only.bad.push(...problemsFrom(together).map(problem => badCell(only, problem)));
    return [];
  }
  // Halves, so that one bad row among many costs few repetitions.
  const middle = Math.ceil(rows.length / 2);
  const first = await writeRows(session, path, rows.slice(0, middle));
  return [...first, ...(await writeRows(session, path, rows.slice(middle)))];
}

function writeRow(session: Session, path: string, row: ImportRow): Promise<unknown> {
  const write = {
    values: row.values,
    ...(row.sections === undefined ? {} : { sections: row.sections }),
    ...(row.post === undefined ? {} : { post: row.post }),
  };
  if (row.version === undefined && row.lines === undefined)
    return createRecord(session, { path, write, ...(row.id === undefined ? {} : { id: row.id }) });
  if (row.id === undefined || row.version === undefined) throw new Error('A row means a record that was not found.');
  return updateRecord(session, { path, id: row.id, write: { ...write, version: row.version } });
}

/** What the work throws; undefined when it succeeds. */
async function failureOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

function problemsFrom(error: unknown): readonly Problem[] {
  const problems = error instanceof ProblemError ? error.problems : problemsOf(error);
  if (problems === undefined) throw error;
  return problems;
}

/** Lines that have rows of their own are told by these. */
function badCell({ lines }: ImportRow, problem: Problem): BadCell {
  const row = problem.line === undefined ? undefined : lines?.rows[problem.line - 1];
  if (row === undefined) return { column: columnOf(problem), problem };
  return { row, column: problem.path?.split('.').slice(3).join('.') ?? '', problem };
}

/** 'lines.3.quantity' or 'supplier', as far as the problem says where it is. */
function columnOf({ path = '', section, line }: Problem): string {
  const attribute = path
    .split('.')
    .slice(section === undefined ? 2 : 3)
    .join('.');
  return [section, line, attribute].filter(part => part !== undefined && part !== '').join('.');
}
