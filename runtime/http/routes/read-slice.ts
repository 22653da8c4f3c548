import { readSlice as read } from '../../registers/read-slice.ts';
import { httpLimits } from '../limits.ts';
import { choice, moment, text } from '../read-query.ts';
import { route } from '../route.ts';

export const readSlice = route({
  method: 'GET',
  path: '/registers/:path/slice',
  query: { at: moment, of: choice('last', 'first'), filter: text(httpLimits.filterCharactersMax) },
  handle: async ({ session, parameter, query }) => ({
    body: await read(session, { path: parameter('path'), of: 'last', ...query }),
  }),
});
