import { type MetadataObject, ProblemError } from '#platform';
import { contextOf } from '../records/save-record.ts';
import type { Session } from '../session/session.ts';
import { problemsOf } from '../storage/postgres-problems.ts';
import { quoteIdentifier } from '../storage/quoting.ts';

export interface PostingCall {
  readonly document: MetadataObject;
  readonly ids: readonly string[];
  readonly action: 'post' | 'unpost';
}

/** Posts or unposts documents in the session's transaction. Throws every problem of every document and register. */
export async function callPosting(session: Session, { document, ids, action }: PostingCall): Promise<void> {
  const name = quoteIdentifier(`${document.path}:${action}`);
  try {
    await session.database.sql.unsafe(`select ${name}($1::uuid[], $2::jsonb)`, [ids as never, contextOf(session)], {
      prepare: true,
    });
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined) throw error;
    throw new ProblemError(problems);
  }
}
