import { ProblemError } from '#platform';
import type { RecordWrite } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { columnsOfWrite } from './columns-of-write.ts';
import { recordShape } from './record-shape.ts';
import { type SavedRecord, saveRecord } from './save-record.ts';

export interface UpdateRecord {
  readonly path: string;
  readonly id: string;
  /** Attributes and sections left out stay as they are; a section that is sent is replaced as a whole. */
  readonly write: RecordWrite;
  /** Writes over whatever version is there: for imports, which read none. */
  readonly anyVersion?: boolean;
}

/**
 * Changes a record of the version that was read, and posts or unposts it as `write.post` says; a document that was
 * posted is posted anew. Throws `version-conflict` when somebody was faster, and every other problem found.
 */
export async function updateRecord(
  session: Session,
  { path, id, write, anyVersion }: UpdateRecord,
): Promise<SavedRecord> {
  const shape = recordShape(session.infobase.configuration, path);
  if (write.version === undefined && anyVersion !== true) {
    throw new ProblemError([{ code: 'version-missing', path, record: id, parameters: {} }]);
  }
  return saveRecord(session, {
    shape,
    operation: 'update',
    input: {
      id,
      ...(write.version === undefined ? {} : { version: write.version }),
      ...columnsOfWrite(shape, write),
      ...(write.post === undefined ? {} : { post: write.post }),
    },
  });
}
