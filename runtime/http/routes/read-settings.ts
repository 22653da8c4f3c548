import { readSettings as read } from '../../records/settings.ts';
import { route } from '../route.ts';

export const readSettings = route({
  method: 'GET',
  path: '/settings',
  handle: async ({ session }) => ({ body: await read(session) }),
});
