import { readBalanceAndTurnovers as read } from '../../registers/read-balance-and-turnovers.ts';
import { httpLimits } from '../limits.ts';
import { moment, names, text } from '../read-query.ts';
import { route } from '../route.ts';

export const readBalanceAndTurnovers = route({
  method: 'GET',
  path: '/registers/:path/balance-and-turnovers',
  query: {
    from: moment,
    to: moment,
    dimensions: names(httpLimits.nameListMax),
    filter: text(httpLimits.filterCharactersMax),
  },
  handle: async ({ session, parameter, query }) => ({
    body: await read(session, { path: parameter('path'), ...query }),
  }),
});
