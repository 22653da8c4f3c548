import { readFile } from '../../files/read-file.ts';
import { route } from '../route.ts';
import { closedPolicy, securityHeaders } from '../security-headers.ts';

/** Pictures a browser may show in the page; everything else is only saved, whatever it says it is. */
const shownInPage: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** The content of a file. It never changes under its id, so a browser may keep it. */
export const downloadFile = route({
  method: 'GET',
  path: '/files/:id',
  handle: async ({ session, parameter }) => {
    const { name, mediaType, content } = await readFile(session, parameter('id'));
    const isPicture = shownInPage.has(mediaType);
    return new Response(Uint8Array.from(content), {
      headers: {
        ...securityHeaders,
        'Content-Security-Policy': closedPolicy,
        'Content-Type': isPicture ? mediaType : 'application/octet-stream',
        'Content-Disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'private, max-age=31536000, immutable',
      },
    });
  },
});
