import { describe, expect, test } from 'vitest';
import { openApi } from '#platform';
import { publicRoutes, routes } from '../../runtime/http/routes.ts';
import { fixtureConfiguration } from '../support/fixture-configuration.ts';

const configuration = await fixtureConfiguration('trade');
const { paths } = openApi(configuration, { language: 'en', server: '/api/test', visible: () => true });

interface Described {
  readonly method: string;
  readonly address: string;
  readonly query: readonly string[];
  readonly body: boolean;
}

const described: readonly Described[] = Object.entries(paths).flatMap(([address, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    address,
    query: (operation.parameters as { in: string; name: string }[]).flatMap(({ in: place, name }) =>
      place === 'query' ? name : [],
    ),
    body: operation.requestBody !== undefined,
  })),
);

/** Pages and links for people, which are not part of the interface for programs. */
const forPeople = ['GET /docs', 'GET /enter/:token'];

interface Served {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly body?: unknown;
  readonly streams: boolean;
}

const everything: readonly Served[] = [
  ...routes.map(route => ({ ...route, query: Object.keys(route.query ?? {}), streams: route.streams === true })),
  ...publicRoutes.map(route => ({ ...route, query: [], streams: false })),
];

const served = everything.filter(({ method, path }) => !forPeople.includes(`${method} ${path}`));

test('every operation that is described is served', () => {
  expect(described.filter(operation => routeOf(operation) === undefined)).toEqual([]);
});

test('every operation that is served is described', () => {
  const missing = served.filter(route => !described.some(operation => routeOf(operation) === route));
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

describe.each(described.map(operation => [`${operation.method} ${operation.address}`, operation] as const))(
  '%s',
  (_, operation) => {
    test('takes the query and the body that are described', () => {
      const route = routeOf(operation);
      expect(operation.query.filter(name => !route?.query.includes(name))).toEqual([]);
      expect(operation.body).toBe(route?.body !== undefined || route?.streams === true);
    });
  },
);

/** The first route that fits, fixed words before placeholders, as the router chooses. */
function routeOf({ method, address }: Described) {
  const fitting = served.filter(route => route.method === method && fits(route.path, address));
  return fitting.toSorted((one, other) => placeholders(one.path) - placeholders(other.path))[0];
}

function fits(path: string, address: string): boolean {
  const [expected, found] = [path.split('/'), address.split('/')];
  return (
    expected.length === found.length && expected.every((part, index) => part.startsWith(':') || part === found[index])
  );
}

function placeholders(path: string): number {
  return path.split(':').length;
}
