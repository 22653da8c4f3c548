import {
  type Configuration,
  type JsonSchema,
  type Language,
  type MetadataObject,
  type ObjectBody,
  objectBodySchema,
  type PlainBody,
  plainBodySchema,
  type SystemRight,
} from '#platform';
import type { Session } from '../session/session.ts';
import type { QueryRule, QueryValues } from './read-query.ts';
import type { OpenInfobase, Server } from './server.ts';

/** What a handler is given: everything is read and checked already. */
export interface ApiRequest<Query extends QueryRule = QueryRule, Body = unknown> {
  readonly server: Server;
  readonly infobase: OpenInfobase;
  readonly session: Session;
  /** Values of the placeholders of the address; '' for one it does not have. */
  readonly parameter: (name: string) => string;
  readonly query: QueryValues<Query>;
  readonly body: Body;
  readonly raw: Request;
  /** Where the request came from. */
  readonly address: string;
}

/** JSON and how it is answered, or a response that a handler made itself (streams, files). */
export interface Answer {
  readonly status?: 200 | 201 | 202 | 204;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The schema that a body must meet; `key` names it within one configuration, so that it is compiled once. */
export interface BodyRule<Body> {
  readonly key: (path: string) => string;
  readonly schema: (configuration: Configuration, path: string) => JsonSchema;
  /** Only carries the type of the body. */
  readonly body?: Body;
}

/** A body that concerns the object the address names. */
export function objectBody<Body>(name: ObjectBody): BodyRule<Body> {
  return {
    key: path => `${name} ${path}`,
    schema: (configuration, path) => objectBodySchema(name, path, { configuration }),
  };
}

/** A body that is the same whatever the object. */
export function plainBody<Body>(name: PlainBody): BodyRule<Body> {
  return { key: () => name, schema: configuration => plainBodySchema(name, { configuration }) };
}

/** One operation of the API: where it is, what it takes, what it needs, what it does. */
export interface Route<Query extends QueryRule = QueryRule, Body = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/{infobase}`, in hono's form: '/records/:path/:id'. */
  readonly path: string;
  /** System right that the user needs. Rights on objects and records are checked by the operations. */
  readonly right?: SystemRight;
  readonly query?: Query;
  /** Which objects the address is for; every object without it. */
  readonly serves?: (object: MetadataObject) => boolean;
  readonly body?: BodyRule<Body>;
  /** The handler reads the body itself: it is no JSON. */
  readonly streams?: true;
  readonly handle: (request: ApiRequest<Query, Body>) => Promise<Answer | Response>;
}

/** A route as the table holds it: the types of its query and body have served their purpose. */
export type AnyRoute = Omit<Route, 'handle'> & { readonly handle: (request: ApiRequest) => Promise<Answer | Response> };

/** States a route; the router gives the handler exactly what `query` and `body` have read. */
export function route<const Query extends QueryRule, Body>(definition: Route<Query, Body>): AnyRoute {
  return definition as unknown as AnyRoute;
}

/** What a handler is given when nobody need be signed in. */
export interface PublicRequest<Body = unknown> extends Omit<ApiRequest<QueryRule, Body>, 'session' | 'query'> {
  readonly language: Language;
}

/** A route that needs nobody signed in; the table lists all there are. */
export interface PublicRoute<Body = unknown> {
  readonly method: Route['method'];
  readonly path: string;
  readonly body?: BodyRule<Body>;
  readonly handle: (request: PublicRequest<Body>) => Promise<Answer | Response>;
}
export type AnyPublicRoute = Omit<PublicRoute, 'handle'> & {
  readonly handle: (request: PublicRequest) => Promise<Answer | Response>;
};

/** States a route that needs nobody signed in. */
export function publicRoute<Body>(definition: PublicRoute<Body>): AnyPublicRoute {
  return definition as unknown as AnyPublicRoute;
}
