import { findReferences as find } from '../../records/find-references.ts';
import { route } from '../route.ts';

/** Where a record is used. */
export const findReferences = route({
  method: 'GET',
  path: '/records/:path/:id/references',
  handle: async ({ session, parameter }) => ({
    body: await find(session, { path: parameter('path'), id: parameter('id') }),
  }),
});
