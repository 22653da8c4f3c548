import { endSessionsOf } from '../../session/end-session.ts';
import { route } from '../route.ts';

/** Signs a user out everywhere. */
export const endUserSessions = route({
  method: 'DELETE',
  path: '/users/:id/sessions',
  right: 'administer',
  handle: async ({ session, parameter }) => {
    await endSessionsOf(session, parameter('id'));
    return { status: 204 };
  },
});
