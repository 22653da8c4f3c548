import { unpostDocument as unpost } from '../../posting/unpost-document.ts';
import type { MarkRequest } from '../contract.ts';
import { plainBody, route } from '../route.ts';

export const unpostDocument = route({
  method: 'POST',
  path: '/records/:path/:id/unpost',
  body: plainBody<MarkRequest>('version'),
  handle: async ({ session, parameter, body }) => ({
    body: await unpost(session, { path: parameter('path'), id: parameter('id'), version: body.version }),
  }),
});
