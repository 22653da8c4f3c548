import { readTurnovers as read } from '../../registers/read-turnovers.ts';
import { httpLimits } from '../limits.ts';
import { choice, moment, names, text } from '../read-query.ts';
import { route } from '../route.ts';

export const readTurnovers = route({
  method: 'GET',
  path: '/registers/:path/turnovers',
  query: {
    from: moment,
    to: moment,
    by: choice('none', 'day', 'month', 'quarter', 'year', 'recorder'),
    dimensions: names(httpLimits.nameListMax),
    filter: text(httpLimits.filterCharactersMax),
  },
  handle: async ({ session, parameter, query }) => ({
    body: await read(session, { path: parameter('path'), ...query }),
  }),
});
