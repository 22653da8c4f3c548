import { chooseRecords as choose } from '../../records/choose-records.ts';
import { httpLimits } from '../limits.ts';
import { integer, text, uuid } from '../read-query.ts';
import { route } from '../route.ts';

export const chooseRecords = route({
  method: 'GET',
  path: '/choices/:path',
  query: {
    search: text(httpLimits.searchCharactersMax),
    limit: integer(1, httpLimits.choicesMax),
    owner: uuid,
    filter: text(httpLimits.filterCharactersMax),
  },
  handle: async ({ session, parameter, query }) => ({
    body: await choose(session, { path: parameter('path'), ...query }),
  }),
});
