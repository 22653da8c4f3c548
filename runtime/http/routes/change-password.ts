import { changePassword as change } from '../../session/change-password.ts';
import type { PasswordWrite } from '../contract.ts';
import { requestToken } from '../request-session.ts';
import { plainBody, route } from '../route.ts';

/** Changes the password of the user who is signed in; the session of the request goes on, her others end. */
export const changePassword = route({
  method: 'PUT',
  path: '/session/password',
  body: plainBody<PasswordWrite>('passwordChange'),
  handle: async ({ server, infobase, session, body, raw, address }) => {
    const token = requestToken(server, infobase, raw);
    // On the pool itself: an attempt that fails must count, whatever transaction the request is repeated by.
    await change(
      { ...session, database: infobase.database },
      { present: body.current, next: body.password, address, ...(token === undefined ? {} : { keep: token }) },
    );
    return { status: 204 };
  },
});
