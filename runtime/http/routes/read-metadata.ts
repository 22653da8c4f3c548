import { isKnown } from '../entity-tag.ts';
import { jsonResponse } from '../json-response.ts';
import { metadataView } from '../metadata-view.ts';
import { route } from '../route.ts';
import { securityHeaders } from '../security-headers.ts';

/** What the user may see of the configuration; browsers keep it and only ask whether it is still the same. */
export const readMetadata = route({
  method: 'GET',
  path: '/metadata',
  handle: async ({ session, raw }) => {
    const view = await metadataView(session);
    const headers = { ETag: `"${view.hash}"`, 'Cache-Control': 'private, no-cache' };
    if (isKnown(raw, headers.ETag))
      return new Response(null, { status: 304, headers: { ...securityHeaders, ...headers } });
    return jsonResponse({ body: view, headers });
  },
});
