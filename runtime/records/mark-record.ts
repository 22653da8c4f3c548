import type { Session } from '../session/session.ts';
import { recordShape } from './record-shape.ts';
import { type SavedRecord, saveRecord } from './save-record.ts';

export interface MarkRecord {
  readonly path: string;
  readonly id: string;
  readonly version: number;
}

/** Marks a record for deletion. A posted document is unposted in the same step; predefined records refuse. */
export async function markRecord(session: Session, record: MarkRecord): Promise<SavedRecord> {
  return setMark(session, record, true);
}

/** Takes the deletion mark away. A document stays unposted. */
export async function unmarkRecord(session: Session, record: MarkRecord): Promise<SavedRecord> {
  return setMark(session, record, false);
}

function setMark(session: Session, { path, id, version }: MarkRecord, mark: boolean): Promise<SavedRecord> {
  const shape = recordShape(session.infobase.configuration, path);
  return saveRecord(session, { shape, operation: 'mark', input: { id, version, values: {}, sections: {}, mark } });
}
