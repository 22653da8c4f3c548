import { readerPrefix } from '../api-reader.ts';
import { publicRoute } from '../route.ts';
import { staticResponse } from '../static-files.ts';

/** The page that reads the API's description; the description itself needs a session. */
export const readApiPage = publicRoute({
  method: 'GET',
  path: '/docs',
  handle: async ({ server, raw }) => {
    const page = server.reader.get(`${readerPrefix}page`);
    if (page === undefined) throw new Error('The reader of the API has no page.');
    return staticResponse(page, raw);
  },
});
