import { ProblemError } from '#platform';
import { requireSystemRight } from '../access/require-right.ts';
import type { Session, Surroundings } from './session.ts';
import { tokenHash } from './session-token.ts';

/** Ends the session of a token: signing out. */
export async function endSession({ database }: Surroundings, token: string): Promise<void> {
  await database.sql`delete from "_sessions" where token = ${tokenHash(token)}`;
}

/** Ends every session of a user. Takes the system right to administer. Throws `user-not-found`. */
export async function endSessionsOf(session: Session, userId: string): Promise<void> {
  requireSystemRight(session, 'administer');
  const { sql } = session.database;
  const [user] = await sql`select id from "_users" where id = ${userId}`;
  if (user === undefined) throw new ProblemError([{ code: 'user-not-found', parameters: {} }]);
  await sql`delete from "_sessions" where "user" = ${userId}`;
}
