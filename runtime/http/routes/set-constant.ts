import { readConstants, setConstant as set } from '../../records/constants.ts';
import type { Value } from '../contract.ts';
import { objectBody, route } from '../route.ts';

export const setConstant = route({
  method: 'PUT',
  path: '/constants/:path',
  serves: object => object.constant !== undefined,
  body: objectBody<{ readonly value: Value }>('constant'),
  handle: async ({ session, parameter, body }) => {
    await set(session, { path: parameter('path'), value: body.value });
    return { body: await readConstants(session) };
  },
});
