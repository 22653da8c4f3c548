import { openApi } from '#platform';
import { route } from '../route.ts';

/** The OpenAPI document of what the user may do, in her language. */
export const describeApi = route({
  method: 'GET',
  path: '/openapi.json',
  handle: async ({ session, infobase }) => ({
    body: openApi(infobase.configuration, {
      language: session.language,
      server: `/api/${infobase.name}`,
      visible: (path, operation) => session.rights.on(path, operation) !== false,
    }),
  }),
});
