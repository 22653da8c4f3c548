import { openSession } from '../session/open-session.ts';
import { isSecure, surroundingsOf } from './request-session.ts';
import type { Answer } from './route.ts';
import type { OpenInfobase, Server } from './server.ts';
import { cookieName, sessionCookie } from './session-cookie.ts';
import { sessionView } from './session-view.ts';

/** The answer to somebody who has just come in: who she is; the token goes into the cookie and nowhere else. */
export async function beginAnswer(server: Server, infobase: OpenInfobase, token: string): Promise<Answer> {
  const session = await openSession(surroundingsOf(server, infobase), token);
  if (session === undefined) throw new Error('A session ended as soon as it began.');
  const cookie = sessionCookie(cookieName(infobase.name, isSecure(server)), token, isSecure(server));
  return { body: sessionView(session), headers: { 'Set-Cookie': cookie } };
}
