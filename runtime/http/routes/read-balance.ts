import { readBalance as read } from '../../registers/read-balance.ts';
import { httpLimits } from '../limits.ts';
import { moment, names, text } from '../read-query.ts';
import { route } from '../route.ts';

export const readBalance = route({
  method: 'GET',
  path: '/registers/:path/balance',
  query: { at: moment, dimensions: names(httpLimits.nameListMax), filter: text(httpLimits.filterCharactersMax) },
  handle: async ({ session, parameter, query }) => ({
    body: await read(session, { path: parameter('path'), ...query }),
  }),
});
