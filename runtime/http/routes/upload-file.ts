import { ProblemError } from '#platform';
import { storeFile } from '../../files/store-file.ts';
import type { FileView } from '../contract.ts';
import { httpLimits } from '../limits.ts';
import { readBytes } from '../read-body.ts';
import { text } from '../read-query.ts';
import { route } from '../route.ts';

/** Keeps a file for an attribute to refer to. The body is the file itself, the content type its own. */
export const uploadFile = route({
  method: 'POST',
  path: '/files',
  streams: true,
  query: { name: text(httpLimits.fileNameCharactersMax) },
  handle: async ({ session, query, raw }) => {
    const content = await readBytes(raw, httpLimits.fileBytesMax);
    const name = (query.name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
    if (name === '' || content.byteLength === 0) throw new ProblemError([{ code: 'file-empty', parameters: {} }]);
    const mediaType =
      raw.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || 'application/octet-stream';
    return { status: 201, body: (await storeFile(session, { name, mediaType, content })) satisfies FileView };
  },
});
