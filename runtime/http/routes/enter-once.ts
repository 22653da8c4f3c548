import { isSecure, surroundingsOf } from '../request-session.ts';
import { publicRoute } from '../route.ts';
import { cookieName, sessionCookie } from '../session-cookie.ts';

/** Development only: a link with a one-time token signs its reader in and shows the workspace. */
export const enterOnce = publicRoute({
  method: 'GET',
  path: '/enter/:token',
  handle: async ({ server, infobase, parameter }) => {
    const token = await server.enter?.(surroundingsOf(server, infobase), parameter('token'));
    const Location = `/${infobase.name}`;
    if (token === undefined) return new Response(null, { status: 303, headers: { Location } });
    const cookie = sessionCookie(cookieName(infobase.name, isSecure(server)), token, isSecure(server));
    return new Response(null, { status: 303, headers: { Location, 'Set-Cookie': cookie } });
  },
});
