import { endSession } from '../../session/end-session.ts';
import { isSecure, requestToken } from '../request-session.ts';
import { route } from '../route.ts';
import { cookieName, sessionCookie } from '../session-cookie.ts';

/** Ends the session that the request carries, and takes the cookie back. */
export const signOut = route({
  method: 'DELETE',
  path: '/session',
  handle: async ({ server, infobase, session, raw }) => {
    await endSession(session, requestToken(server, infobase, raw) ?? '');
    const cookie = sessionCookie(cookieName(infobase.name, isSecure(server)), '', isSecure(server));
    return { status: 204, headers: { 'Set-Cookie': cookie } };
  },
});
