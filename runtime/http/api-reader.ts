import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type StaticFiles, staticFile } from './static-files.ts';

/** Address of the files of the reader. */
export const readerPrefix = '/_reader/';

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aubade API</title>
<link rel="stylesheet" href="${readerPrefix}swagger-ui.css">
</head>
<body>
<div id="reader"></div>
<script src="${readerPrefix}swagger-ui-bundle.js"></script>
<script src="${readerPrefix}start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({
  url: location.pathname.replace(/docs$/, 'openapi.json'),
  dom_id: '#reader',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
`;

/** The page at `/api/{infobase}/docs` and its files, all from this server. */
export async function loadApiReader(): Promise<StaticFiles> {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const script = { type: 'text/javascript; charset=utf-8', isImmutable: false };
  return new Map([
    [`${readerPrefix}page`, staticFile(Buffer.from(page), { type: 'text/html; charset=utf-8', isImmutable: false })],
    [`${readerPrefix}start.js`, staticFile(Buffer.from(start), script)],
    [`${readerPrefix}swagger-ui-bundle.js`, staticFile(await readFile(join(folder, 'swagger-ui-bundle.js')), script)],
    [
      `${readerPrefix}swagger-ui.css`,
      staticFile(await readFile(join(folder, 'swagger-ui.css')), {
        type: 'text/css; charset=utf-8',
        isImmutable: false,
      }),
    ],
  ]);
}
