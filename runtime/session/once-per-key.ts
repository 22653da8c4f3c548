import { ProblemError } from '#platform';
import { inTransaction } from '../storage/in-transaction.ts';
import type { Session } from './session.ts';

export interface KeyedRequest {
  /** Made by the client, one for each request it means to be answered once. */
  readonly key: string;
  /** A hash of everything that makes the request what it is. */
  readonly bodyHash: string;
}

/**
 * Runs a write once for a key: in one transaction with the note of its answer, so that neither can be there without the other.
 * The same key again gives the same answer; one that comes at the same time waits for it. A failed write leaves the key unused.
 * Throws `key-reused` when the key came with another request before. The answer must survive JSON.
 */
export async function oncePerKey<Answer>(
  session: Session,
  { key, bodyHash }: KeyedRequest,
  operation: (session: Session) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(session.database, async database => {
    const { sql } = database;
    const userId = session.user.id;
    const begun = await sql`
      insert into "_requests" ("user", key, "bodyHash", "createdAt") values (${userId}, ${key}, ${bodyHash}, ${session.clock()})
      on conflict do nothing returning key`;
    if (begun.length === 0) return formerAnswer<Answer>(await formerRequest({ ...session, database }, key), bodyHash);
    const answer = await operation({ ...session, database });
    await sql`update "_requests" set answer = ${{ answer } as never}::jsonb where "user" = ${userId} and key = ${key}`;
    return answer;
  });
}

interface FormerRequest {
  readonly bodyHash: string;
  readonly answer: { readonly answer: unknown } | null;
}

async function formerRequest({ database, user }: Session, key: string): Promise<FormerRequest> {
  const [row] = await database.sql<FormerRequest[]>`
    select "bodyHash", answer from "_requests" where "user" = ${user.id} and key = ${key}`;
  if (row === undefined) throw new Error('A request was noted and then was not there.');
  return row;
}

/** The caller's own operation made the answer, so it has the type the caller says. */
function formerAnswer<Answer>(former: FormerRequest, bodyHash: string): Answer {
  if (former.bodyHash !== bodyHash) throw new ProblemError([{ code: 'key-reused', parameters: {} }]);
  return former.answer?.answer as Answer;
}
