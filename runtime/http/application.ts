import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { ProblemError } from '#platform';
import { answerPublicRoute, answerRoute, type Surroundings } from './answer-route.ts';
import { bodyValidators } from './body-validator.ts';
import { jsonResponse } from './json-response.ts';
import { failureResponse } from './problem-response.ts';
import { requestLanguage } from './request-language.ts';
import { publicRoutes, routes } from './routes.ts';
import { servePages } from './serve-pages.ts';
import type { Server } from './server.ts';

/** The whole HTTP side of a server: the API of every infobase, its reader, and the workspace's files. */
export function createApplication(server: Server): Hono {
  const application = new Hono();
  const around: Surroundings = { server, validatorOf: bodyValidators() };
  application.use(compress());
  application.onError((error, context) =>
    failureResponse(error, {
      language: requestLanguage(context.req.header('accept-language')),
      address: context.req.path,
      log: server.log,
    }),
  );
  application.get('/api/health', () => jsonResponse({ body: { status: 'ok' } }));
  application.get('/api/infobases', async () => jsonResponse({ body: await server.infobases.list() }));
  for (const route of publicRoutes) {
    application.on(route.method, `/api/:infobase${route.path}`, context => answerPublicRoute(route, context, around));
  }
  for (const route of routes) {
    application.on(route.method, `/api/:infobase${route.path}`, context => answerRoute(route, context, around));
  }
  refuseOtherMethods(application);
  servePages(application, server);
  return application;
}

/** An address of the API that is there, but not for this method, says which methods it takes. */
function refuseOtherMethods(application: Hono): void {
  const methods = Map.groupBy([...publicRoutes, ...routes], route => route.path);
  for (const [path, known] of methods) {
    const allowed = known.map(route => route.method).join(', ');
    application.all(`/api/:infobase${path}`, context => {
      const { method, path: address } = context.req;
      throw new ProblemError([{ code: 'method-not-allowed', parameters: { method, address, allowed } }]);
    });
  }
  application.all('/api/*', context => {
    throw new ProblemError([{ code: 'address-unknown', parameters: { address: context.req.path } }]);
  });
}
