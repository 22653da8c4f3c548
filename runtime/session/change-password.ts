import { ProblemError } from '#platform';
import { inTransaction } from '../storage/in-transaction.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { passwordProblems } from './password-rules.ts';
import type { Session } from './session.ts';
import { tokenHash } from './session-token.ts';
import { countAttempt, forgetFailures } from './sign-in-attempts.ts';

export interface PasswordChange {
  readonly present: string;
  readonly next: string;
  /** Where the request came from: guessing the present password is slowed down like signing in. */
  readonly address: string;
  /** Token of the session that goes on; without it the user signs in again everywhere. */
  readonly keep?: string;
}

/** Changes the user's own password and ends all her other sessions. */
export async function changePassword(session: Session, change: PasswordChange): Promise<void> {
  const { present, next, address, keep } = change;
  const { database, user } = session;
  await countAttempt(session, { login: user.login, address });
  const [row] = await database.sql<{ password: string | null }[]>`select password from "_users" where id = ${user.id}`;
  if (!(await isPassword(present, row?.password))) {
    throw new ProblemError([{ code: 'password-wrong', parameters: {} }]);
  }
  await forgetFailures(session, { login: user.login, address });
  const problems = passwordProblems(next, user.login);
  if (problems.length > 0) throw new ProblemError(problems);
  const hashed = await hashPassword(next);
  await inTransaction(database, async ({ sql }) => {
    await sql`update "_users" set password = ${hashed} where id = ${user.id}`;
    await sql`delete from "_sessions" where "user" = ${user.id} and token is distinct from ${keep === undefined ? null : tokenHash(keep)}`;
  });
}
