import { createRecord as create } from '../../records/create-record.ts';
import { deleteRegisterRecord as remove } from '../../records/delete-register-record.ts';
import type { RecordWrite } from '../contract.ts';
import { objectBody, route } from '../route.ts';
import { savedView } from '../saved-view.ts';
import { listRecords } from './list-records.ts';
import { readRecord } from './read-record.ts';
import { updateRecord } from './update-record.ts';

/** Records that users write into a register directly are listed, read and changed as any others. */
export const listRegisterRecords = { ...listRecords, path: '/registers/:path/records' };
export const readRegisterRecord = { ...readRecord, path: '/registers/:path/records/:id' };
export const updateRegisterRecord = { ...updateRecord, path: '/registers/:path/records/:id' };

export const createRegisterRecord = route({
  method: 'POST',
  path: '/registers/:path/records',
  body: objectBody<RecordWrite>('record'),
  handle: async ({ session, infobase, parameter, body }) => {
    const path = parameter('path');
    const record = await create(session, { path, write: body });
    const Location = `/api/${infobase.name}/registers/${path}/records/${record.id}`;
    return { status: 201, body: await savedView(session, path, record), headers: { Location } };
  },
});

export const deleteRegisterRecord = route({
  method: 'DELETE',
  path: '/registers/:path/records/:id',
  handle: async ({ session, parameter }) => {
    await remove(session, { path: parameter('path'), id: parameter('id') });
    return { status: 204 };
  },
});
