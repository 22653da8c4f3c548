import { deleteMarked as remove } from '../../records/delete-marked.ts';
import { plainBody, route } from '../route.ts';

/** Deletes records that are marked, and tells where those that stay are used. */
export const deleteMarked = route({
  method: 'POST',
  path: '/records/:path/delete-marked',
  body: plainBody<{ readonly ids: readonly string[] }>('recordIds'),
  handle: async ({ session, parameter, body }) => ({
    body: await remove(session, { path: parameter('path'), ids: body.ids }),
  }),
});
