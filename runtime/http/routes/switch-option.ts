import { switchOption as set } from '../../records/options.ts';
import { plainBody, route } from '../route.ts';

export const switchOption = route({
  method: 'PUT',
  path: '/options/:path',
  right: 'administer',
  body: plainBody<{ readonly on: boolean }>('option'),
  handle: async ({ session, parameter, body }) => ({
    body: await set(session, { path: parameter('path'), on: body.on }),
  }),
});
