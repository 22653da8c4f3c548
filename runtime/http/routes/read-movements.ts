import { readMovements as read } from '../../posting/read-movements.ts';
import { route } from '../route.ts';

/** What a document wrote into registers. */
export const readMovements = route({
  method: 'GET',
  path: '/records/:path/:id/movements',
  handle: async ({ session, parameter }) => ({
    body: await read(session, { path: parameter('path'), id: parameter('id') }),
  }),
});
