import { ProblemError } from '#platform';
import { readRecord } from '../records/read-record.ts';
import type { SavedRecord } from '../records/save-record.ts';
import type { Session } from '../session/session.ts';
import type { RecordView } from './contract.ts';

/** A record as it is after a write. Whoever may write but not read it learns only that it is written. */
export async function savedView(session: Session, path: string, saved: SavedRecord): Promise<RecordView> {
  try {
    return await readRecord(session, { path, id: saved.id });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { id, version, number } = saved;
    const changedAt = session.clock().toISOString();
    return { id, version, presentation: number ?? '', values: {}, sections: {}, shown: {}, changedAt };
  }
}
