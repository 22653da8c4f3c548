import { readRecord as read } from '../../records/read-record.ts';
import { route } from '../route.ts';

export const readRecord = route({
  method: 'GET',
  path: '/records/:path/:id',
  handle: async ({ session, parameter }) => ({
    body: await read(session, { path: parameter('path'), id: parameter('id') }),
  }),
});
