import { readConstants as read } from '../../records/constants.ts';
import { route } from '../route.ts';

export const readConstants = route({
  method: 'GET',
  path: '/constants',
  handle: async ({ session }) => ({ body: await read(session) }),
});
