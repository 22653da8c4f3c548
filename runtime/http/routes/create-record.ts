import { createRecord as create } from '../../records/create-record.ts';
import type { RecordWrite } from '../contract.ts';
import { objectBody, route } from '../route.ts';
import { savedView } from '../saved-view.ts';

export const createRecord = route({
  method: 'POST',
  path: '/records/:path',
  body: objectBody<RecordWrite>('record'),
  handle: async ({ session, infobase, parameter, body }) => {
    const path = parameter('path');
    const record = await create(session, { path, write: body });
    const Location = `/api/${infobase.name}/records/${path}/${record.id}`;
    return { status: 201, body: await savedView(session, path, record), headers: { Location } };
  },
});
