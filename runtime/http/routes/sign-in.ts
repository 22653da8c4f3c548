import { openSession } from '../../session/open-session.ts';
import { signIn as begin } from '../../session/sign-in.ts';
import type { SignIn } from '../contract.ts';
import { isSecure, requestToken, surroundingsOf } from '../request-session.ts';
import { plainBody, publicRoute } from '../route.ts';
import { cookieName, sessionCookie } from '../session-cookie.ts';
import { sessionView } from '../session-view.ts';

/** Begins a session; its token goes into the cookie and nowhere else. */
export const signIn = publicRoute({
  method: 'POST',
  path: '/session',
  body: plainBody<SignIn>('signIn'),
  handle: async ({ server, infobase, raw, body, address }) => {
    const surroundings = surroundingsOf(server, infobase);
    const formerToken = requestToken(server, infobase, raw);
    const token = await begin(surroundings, {
      ...body,
      address,
      ...(formerToken === undefined ? {} : { formerToken }),
    });
    const session = await openSession(surroundings, token);
    if (session === undefined) throw new Error('A session ended as soon as it began.');
    const cookie = sessionCookie(cookieName(infobase.name, isSecure(server)), token, isSecure(server));
    return { body: sessionView(session), headers: { 'Set-Cookie': cookie } };
  },
});
