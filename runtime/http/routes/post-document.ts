import { postDocument as post } from '../../posting/post-document.ts';
import type { MarkRequest } from '../contract.ts';
import { plainBody, route } from '../route.ts';

export const postDocument = route({
  method: 'POST',
  path: '/records/:path/:id/post',
  body: plainBody<MarkRequest>('version'),
  handle: async ({ session, parameter, body }) => ({
    body: await post(session, { path: parameter('path'), id: parameter('id'), version: body.version }),
  }),
});
