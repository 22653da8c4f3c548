import { draftRecord as draft } from '../../records/draft-record.ts';
import type { DraftRequest } from '../contract.ts';
import { objectBody, route } from '../route.ts';

/** What a new record would hold: nothing is written. */
export const draftRecord = route({
  method: 'POST',
  path: '/records/:path/draft',
  body: objectBody<DraftRequest>('draft'),
  handle: async ({ session, parameter, body }) => ({
    body: await draft(session, { path: parameter('path'), request: body }),
  }),
});
