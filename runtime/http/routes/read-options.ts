import { readOptions as read } from '../../records/options.ts';
import { route } from '../route.ts';

export const readOptions = route({
  method: 'GET',
  path: '/options',
  handle: async ({ session }) => ({ body: await read(session) }),
});
