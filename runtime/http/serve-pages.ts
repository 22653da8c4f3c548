import type { Hono } from 'hono';
import { ProblemError } from '#platform';
import { readerPrefix } from './api-reader.ts';
import type { Server } from './server.ts';
import { type StaticFile, staticResponse } from './static-files.ts';

/** Serves the reader of the API and the files of the workspace; its own page answers every address of a page. */
export function servePages(application: Hono, { reader, studio }: Server): void {
  application.get(`${readerPrefix}*`, context => answer(reader.get(context.req.path), context.req.raw));
  if (studio === undefined) return;
  const page = studio.get('/index.html') ?? studio.get('/200.html');
  application.get('*', context => {
    const { path } = context.req;
    const file = studio.get(path);
    // A missing script must not be answered with the page: the browser would try to run it.
    return answer(file ?? (path.startsWith('/_app/') ? undefined : page), context.req.raw);
  });
}

function answer(file: StaticFile | undefined, request: Request): Response {
  if (file !== undefined) return staticResponse(file, request);
  throw new ProblemError([{ code: 'address-unknown', parameters: { address: new URL(request.url).pathname } }]);
}
