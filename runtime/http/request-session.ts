import { ProblemError } from '#platform';
import { openSession } from '../session/open-session.ts';
import type { Session, Surroundings } from '../session/session.ts';
import type { OpenInfobase, Server } from './server.ts';
import { cookieName, tokenOf } from './session-cookie.ts';

/** The session whose token the request carries; the problem `sign-in-required` when there is none. */
export async function requestSession(server: Server, infobase: OpenInfobase, request: Request): Promise<Session> {
  const token = requestToken(server, infobase, request);
  const session = token === undefined ? undefined : await openSession(surroundingsOf(server, infobase), token);
  if (session === undefined) throw new ProblemError([{ code: 'sign-in-required', parameters: {} }]);
  return session;
}

/** The token in the infobase's cookie. */
export function requestToken(server: Server, infobase: OpenInfobase, request: Request): string | undefined {
  return tokenOf(request.headers.get('cookie'), cookieName(infobase.name, isSecure(server)));
}

/** What operations without a user see of an infobase. */
export function surroundingsOf({ clock, random }: Server, infobase: OpenInfobase): Surroundings {
  return { infobase, database: infobase.database, clock, random };
}

/** Whether browsers reach the server through TLS. */
export function isSecure({ origin }: Server): boolean {
  return origin?.startsWith('https://') === true;
}
