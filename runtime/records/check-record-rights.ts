import { sql } from 'kysely';
import { type Operation, operationTitles, ProblemError } from '#platform';
import { restrict } from '../access/restrict.ts';
import { rowCompiler } from '../access/row-compiler.ts';
import type { Session } from '../session/session.ts';
import { recordNotFound } from './record-not-found.ts';
import type { RecordShape } from './record-shape.ts';

export interface RecordRights {
  readonly shape: RecordShape;
  readonly id: string;
  readonly operation: Operation;
  /** As the record is stored before a change: then it must be one the user may read. */
  readonly stored: boolean;
}

/**
 * Checks that the conditions of the user's roles hold for a record as it stands now, within the transaction that changes it: for
 * the operation, and for posting when the document is posted. Throws `record-not-found` when the user may not read it, else
 * `record-right-missing`.
 */
export async function checkRecordRights(
  session: Session,
  { shape, id, operation, stored }: RecordRights,
): Promise<void> {
  const { path, title } = shape.object;
  const compiler = rowCompiler(session, { subject: shape.subject, alias: 'record' });
  const condition = (wanted: Operation) =>
    session.rights.on(path, wanted) === false
      ? sql`false`
      : (restrict(compiler, session, { path, operation: wanted }) ?? sql`true`);
  const posted = shape.postable ? sql`not record.posted or ${condition('post')}` : sql`true`;
  const columns = sql`(${condition('read')}) is true as readable, (${condition(operation)}) is true as allowed, (${posted}) is true as postable`;
  const query = sql<{ readable: boolean; allowed: boolean; postable: boolean }>`
    select ${columns} from ${sql.id(shape.table)} as record ${compiler.joins()} where record.id = ${id}`;
  const [row] = (await query.execute(session.database.query)).rows;
  if (row === undefined || (stored && !row.readable)) throw new ProblemError([recordNotFound(shape, id)]);
  const refused = row.allowed ? (row.postable ? undefined : 'post') : operation;
  if (refused === undefined) return;
  const parameters = { operation: operationTitles[refused], object: title };
  throw new ProblemError([{ code: 'record-right-missing', path, record: id, parameters }]);
}
