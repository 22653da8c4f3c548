import { sql } from 'kysely';
import { ProblemError } from '#platform';
import { requireRight } from '../access/require-right.ts';
import type { Session } from '../session/session.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { checkRecordRights } from './check-record-rights.ts';
import { recordNotFound } from './record-not-found.ts';
import { recordShape } from './record-shape.ts';
import { isIdentity } from './value-form.ts';

/**
 * Deletes a record of a register that is written directly: nothing refers to it, so it needs no mark. Takes the right to update.
 * Throws `object-without-records` for objects whose records are marked for deletion instead.
 */
export async function deleteRegisterRecord(
  session: Session,
  { path, id }: { path: string; id: string },
): Promise<void> {
  const shape = recordShape(session.infobase.configuration, path);
  if (shape.keepsCreation) {
    throw new ProblemError([{ code: 'object-without-records', path, parameters: { object: shape.object.title } }]);
  }
  requireRight(session, path, 'update');
  if (!isIdentity(id)) throw new ProblemError([recordNotFound(shape, id)]);
  await inTransaction(session.database, async database => {
    await checkRecordRights({ ...session, database }, { shape, id, operation: 'update', stored: true });
    await sql`delete from ${sql.id(shape.table)} where id = ${id}::uuid`.execute(database.query);
  });
}
