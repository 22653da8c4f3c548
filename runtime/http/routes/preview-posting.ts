import { previewPosting as preview } from '../../posting/preview-posting.ts';
import type { RecordWrite } from '../contract.ts';
import { objectBody, route } from '../route.ts';

/** What posting would write and what would refuse it: nothing is written. */
export const previewPosting = route({
  method: 'POST',
  path: '/records/:path/preview',
  body: objectBody<RecordWrite & { readonly id?: string }>('preview'),
  handle: async ({ session, parameter, body }) => ({
    body: await preview(session, { path: parameter('path'), ...body }),
  }),
});
