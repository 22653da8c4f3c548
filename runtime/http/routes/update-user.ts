import { listUsers, updateUser as update } from '../../session/users.ts';
import type { UserWrite } from '../contract.ts';
import { plainBody, route } from '../route.ts';

export const updateUser = route({
  method: 'PUT',
  path: '/users/:id',
  right: 'administer',
  body: plainBody<UserWrite>('user'),
  handle: async ({ session, parameter, body }) => {
    const id = parameter('id');
    await update(session, { id, write: body });
    return { body: (await listUsers(session)).find(user => user.id === id) };
  },
});
