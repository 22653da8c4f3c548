import type { RecordView } from '../http/contract.ts';
import { readRecord } from '../records/read-record.ts';
import { updateRecord } from '../records/update-record.ts';
import type { Session } from '../session/session.ts';

export interface PostedVersion {
  readonly path: string;
  readonly id: string;
  /** The version that was read. */
  readonly version: number;
}

/** Posts a document as it is stored: a change like any other, with its version and its place in the change log. */
export async function postDocument(session: Session, { path, id, version }: PostedVersion): Promise<RecordView> {
  await updateRecord(session, { path, id, write: { version, values: {}, post: true } });
  return readRecord(session, { path, id });
}
