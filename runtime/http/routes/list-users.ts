import { listUsers as list } from '../../session/users.ts';
import { route } from '../route.ts';

export const listUsers = route({
  method: 'GET',
  path: '/users',
  right: 'administer',
  handle: async ({ session }) => ({ body: await list(session) }),
});
