import type { RecordView } from '../http/contract.ts';
import { readRecord } from '../records/read-record.ts';
import { updateRecord } from '../records/update-record.ts';
import type { Session } from '../session/session.ts';
import type { PostedVersion } from './post-document.ts';

/** Takes the movements of a document back and leaves it as a draft. */
export async function unpostDocument(session: Session, { path, id, version }: PostedVersion): Promise<RecordView> {
  await updateRecord(session, { path, id, write: { version, values: {}, post: false } });
  return readRecord(session, { path, id });
}
