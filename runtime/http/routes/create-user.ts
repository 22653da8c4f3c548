import { newIdentity } from '../../records/identity.ts';
import { createUser as create, listUsers } from '../../session/users.ts';
import type { UserWrite } from '../contract.ts';
import { plainBody, route } from '../route.ts';

export const createUser = route({
  method: 'POST',
  path: '/users',
  right: 'administer',
  body: plainBody<UserWrite>('user'),
  handle: async ({ session, body }) => {
    const id = await create(session, { id: newIdentity(session.clock, session.random), write: body });
    return { status: 201, body: (await listUsers(session)).find(user => user.id === id) };
  },
});
