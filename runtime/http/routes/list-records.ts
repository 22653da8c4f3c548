import { listRecords as list } from '../../records/list-records.ts';
import { httpLimits } from '../limits.ts';
import { flag, integer, names, text, uuid, uuidOrNone } from '../read-query.ts';
import { route } from '../route.ts';

export const listRecords = route({
  method: 'GET',
  path: '/records/:path',
  query: {
    filter: text(httpLimits.filterCharactersMax),
    search: text(httpLimits.searchCharactersMax),
    order: names(httpLimits.nameListMax),
    after: text(httpLimits.cursorCharactersMax),
    limit: integer(1, httpLimits.listRowsMax),
    parent: uuidOrNone,
    owner: uuid,
    fields: names(httpLimits.nameListMax),
    count: flag,
    marked: flag,
  },
  handle: async ({ session, parameter, query }) => ({
    body: await list(session, { path: parameter('path'), ...query }),
  }),
});
