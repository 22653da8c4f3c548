import { markRecord as mark } from '../../records/mark-record.ts';
import type { MarkRequest } from '../contract.ts';
import { plainBody, route } from '../route.ts';
import { savedView } from '../saved-view.ts';

export const markRecord = route({
  method: 'POST',
  path: '/records/:path/:id/mark',
  body: plainBody<MarkRequest>('version'),
  handle: async ({ session, parameter, body }) => {
    const path = parameter('path');
    const saved = await mark(session, { path, id: parameter('id'), version: body.version });
    return { body: await savedView(session, path, saved) };
  },
});
