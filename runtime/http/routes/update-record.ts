import { updateRecord as update } from '../../records/update-record.ts';
import type { RecordWrite } from '../contract.ts';
import { objectBody, route } from '../route.ts';
import { savedView } from '../saved-view.ts';

export const updateRecord = route({
  method: 'PUT',
  path: '/records/:path/:id',
  body: objectBody<RecordWrite>('record'),
  handle: async ({ session, parameter, body }) => {
    const path = parameter('path');
    const saved = await update(session, { path, id: parameter('id'), write: body });
    return { body: await savedView(session, path, saved) };
  },
});
