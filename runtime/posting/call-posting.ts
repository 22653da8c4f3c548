import type { MetadataObject } from '#platform';
import { contextOf } from '../records/save-record.ts';
import type { Session } from '../session/session.ts';
import { callFunction } from '../storage/call-function.ts';

export interface PostingCall {
  readonly document: MetadataObject;
  readonly ids: readonly string[];
  readonly action: 'post' | 'unpost';
}

/** Posts or unposts documents in the session's transaction. Throws every problem of every document and register. */
export async function callPosting(session: Session, { document, ids, action }: PostingCall): Promise<void> {
  await callFunction(session.database, {
    name: `${document.path}:${action}`,
    parameters: [
      [ids, 'uuid[]'],
      [contextOf(session), 'jsonb'],
    ],
  });
}
