import { route } from '../route.ts';
import { sessionView } from '../session-view.ts';

/** Who is signed in. */
export const readSession = route({
  method: 'GET',
  path: '/session',
  handle: async ({ session }) => ({ body: sessionView(session) }),
});
