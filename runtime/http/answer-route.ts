import type { Context } from 'hono';
import { type Configuration, ProblemError } from '#platform';
import { requireSystemRight } from '../access/require-right.ts';
import type { Session } from '../session/session.ts';
import type { BodyValidator } from './body-validator.ts';
import { clientAddress } from './client-address.ts';
import { guardOrigin } from './guard-origin.ts';
import { jsonResponse } from './json-response.ts';
import { httpLimits } from './limits.ts';
import { onceForKey } from './once-for-key.ts';
import { failureResponse } from './problem-response.ts';
import { parseJson, readText } from './read-body.ts';
import { isUuid, readQuery } from './read-query.ts';
import { requestLanguage } from './request-language.ts';
import { requestSession } from './request-session.ts';
import type { AnyPublicRoute, AnyRoute, ApiRequest, BodyRule } from './route.ts';
import type { OpenInfobase, Server } from './server.ts';

/** What every request is answered with the help of. */
export interface Surroundings {
  readonly server: Server;
  readonly validatorOf: (configuration: Configuration) => BodyValidator;
}

/**
 * Answers a request of a signed-in user, in this order: where it comes from, which infobase, who, may she, is the
 * object there, are the parameters and the body well formed; then the operation. Problems are in the user's language.
 */
export async function answerRoute(route: AnyRoute, context: Context, around: Surroundings): Promise<Response> {
  const { server } = around;
  const request = context.req.raw;
  let language = requestLanguage(request.headers.get('accept-language'));
  try {
    guardOrigin(request, server.origin);
    const infobase = await openInfobase(server, context);
    const session = await requestSession(server, infobase, request);
    language = session.language;
    if (route.right !== undefined) requireSystemRight(session, route.right);
    const path = checkPlace(context, infobase.configuration, route.serves);
    const query = readQuery(new URL(request.url).searchParams, route.query ?? {});
    const text = route.body === undefined ? '' : await readJsonText(request);
    const body = route.body === undefined ? undefined : checkedBody(text, path, { rule: route.body, infobase, around });
    const parameter = (name: string) => context.req.param(name) ?? '';
    const address = clientAddress(context, server);
    const handle = (of: Session) =>
      route.handle({ server, infobase, session: of, parameter, query, body, raw: request, address });
    const answer = await onceForKey(route, { session, request, text, body }, handle);
    return answer instanceof Response ? answer : jsonResponse(answer);
  } catch (error) {
    return failureResponse(error, { language, address: context.req.path, log: server.log });
  }
}

/** Answers a request that needs nobody signed in. */
export async function answerPublicRoute(
  route: AnyPublicRoute,
  context: Context,
  around: Surroundings,
): Promise<Response> {
  const { server } = around;
  const request = context.req.raw;
  const language = requestLanguage(request.headers.get('accept-language'));
  try {
    guardOrigin(request, server.origin);
    const infobase = await openInfobase(server, context);
    readQuery(new URL(request.url).searchParams, {});
    const text = route.body === undefined ? '' : await readJsonText(request);
    const body = route.body === undefined ? undefined : checkedBody(text, '', { rule: route.body, infobase, around });
    const parameter = (name: string) => context.req.param(name) ?? '';
    const address = clientAddress(context, server);
    const answer = await route.handle({ server, infobase, parameter, body, raw: request, language, address });
    return answer instanceof Response ? answer : jsonResponse(answer);
  } catch (error) {
    return failureResponse(error, { language, address: context.req.path, log: server.log });
  }
}

async function openInfobase(server: Server, context: Context): Promise<OpenInfobase> {
  const name = context.req.param('infobase') ?? '';
  const infobase = await server.infobases.open(name);
  if (infobase === undefined) throw new ProblemError([{ code: 'infobase-unknown', parameters: { infobase: name } }]);
  return infobase;
}

/** The object that the address names, '' when it names none. An id that is none cannot be there. */
function checkPlace(context: Context, configuration: Configuration, serves: AnyRoute['serves']): string {
  const path = context.req.param('path');
  const object =
    path !== undefined && Object.hasOwn(configuration.objects, path) ? configuration.objects[path] : undefined;
  if (path !== undefined && (object === undefined || serves?.(object) === false)) {
    throw new ProblemError([{ code: 'object-unknown', parameters: { object: path } }]);
  }
  const id = context.req.param('id');
  if (id !== undefined && !isUuid(id)) {
    throw new ProblemError([{ code: 'address-unknown', parameters: { address: context.req.path } }]);
  }
  return path ?? '';
}

async function readJsonText(request: Request): Promise<string> {
  const found = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(found)) {
    throw new ProblemError([{ code: 'content-type-unsupported', parameters: { found, allowed: 'application/json' } }]);
  }
  return readText(request, httpLimits.bodyBytesMax);
}

function checkedBody(
  text: string,
  path: string,
  by: { rule: BodyRule<unknown>; infobase: OpenInfobase; around: Surroundings },
): ApiRequest['body'] {
  const body = parseJson(text);
  by.around.validatorOf(by.infobase.configuration)(by.rule, path, body);
  return body;
}
