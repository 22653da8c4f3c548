import { ProblemError } from '#platform';
import type { SignIn } from '../http/contract.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import type { Surroundings } from './session.ts';
import { sessionLimits } from './session-limits.ts';
import { newToken, tokenHash } from './session-token.ts';
import { countAttempt, forgetFailures } from './sign-in-attempts.ts';

export interface SignInRequest extends SignIn {
  /** Where the request came from, as the server itself saw it. */
  readonly address: string;
  /** The token the browser still carries: its session ends, whoever's it is. */
  readonly formerToken?: string;
}

/**
 * Begins a session and gives its token, always a new one. Throws `sign-in-refused` alike for a wrong password, an unknown login and
 * a disabled user, and `sign-in-throttled` after too many failures.
 */
export async function signIn(surroundings: Surroundings, request: SignInRequest): Promise<string> {
  await countAttempt(surroundings, request);
  const { database } = surroundings;
  const [user] = await database.sql<{ id: string; password: string | null; disabled: boolean }[]>`
    select id, password, disabled from "_users" where lower(login) = lower(${request.login})`;
  const right = await isPassword(request.password, user?.password);
  if (!right || user === undefined || user.disabled)
    throw new ProblemError([{ code: 'sign-in-refused', parameters: {} }]);
  await forgetFailures(surroundings, request);
  if (user.password !== null && isOutdated(user.password)) {
    await database.sql`update "_users" set password = ${await hashPassword(request.password)} where id = ${user.id}`;
  }
  if (request.formerToken !== undefined) {
    await database.sql`delete from "_sessions" where token = ${tokenHash(request.formerToken)}`;
  }
  return beginSession(surroundings, user.id);
}

/** A session of this user without a password: for invitations and for development. */
export async function beginSession({ database, clock, random }: Surroundings, user: string): Promise<string> {
  const token = newToken(random);
  const now = clock();
  const expiresAt = new Date(now.getTime() + sessionLimits.absoluteMs);
  await database.sql`delete from "_sessions" where "expiresAt" < ${now}`;
  await database.sql`
    insert into "_sessions" (token, "user", "createdAt", "seenAt", "expiresAt")
    values (${tokenHash(token)}, ${user}, ${now}, ${now}, ${expiresAt})`;
  return token;
}
