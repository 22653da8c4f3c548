import { listMovements as list } from '../../registers/list-movements.ts';
import { httpLimits } from '../limits.ts';
import { integer, moment, text } from '../read-query.ts';
import { route } from '../route.ts';

export const listMovements = route({
  method: 'GET',
  path: '/registers/:path/movements',
  query: {
    from: moment,
    to: moment,
    filter: text(httpLimits.filterCharactersMax),
    after: text(httpLimits.cursorCharactersMax),
    limit: integer(1, httpLimits.listRowsMax),
  },
  handle: async ({ session, parameter, query }) => ({
    body: await list(session, { path: parameter('path'), ...query }),
  }),
});
