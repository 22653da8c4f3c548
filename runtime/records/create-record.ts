import type { RecordWrite } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { columnsOfWrite } from './columns-of-write.ts';
import { newIdentity } from './identity.ts';
import { recordShape } from './record-shape.ts';
import { type SavedRecord, saveRecord } from './save-record.ts';

export interface CreateRecord {
  readonly path: string;
  readonly write: RecordWrite;
  /** A UUID made by the client; without it the server makes one. */
  readonly id?: string;
}

/**
 * Writes a new record, and posts it when `write.post` is true: one round trip. Throws every problem found; nothing is
 * written then. What the record looks like afterwards is read with `readRecord`.
 */
export async function createRecord(session: Session, { path, write, id }: CreateRecord): Promise<SavedRecord> {
  const shape = recordShape(session.infobase.configuration, path);
  return saveRecord(session, {
    shape,
    operation: shape.object.operations.includes('create') ? 'create' : 'update',
    input: {
      id: id ?? newIdentity(session.clock, session.random),
      new: true,
      ...columnsOfWrite(shape, write),
      ...(write.post === undefined ? {} : { post: write.post }),
    },
  });
}
