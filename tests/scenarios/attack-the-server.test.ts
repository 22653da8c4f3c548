import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf, type Office, openOffice, type Person } from './office.ts';

let office: Office;
let director: Person;
let seller: Person;
beforeAll(async () => {
  office = await openOffice();
  director = await office.hire('trade.Director');
  seller = await office.hire('trade.Seller', { 'trade.Warehouse': [office.warehouse] });
  await office.put('trade.Partner', { description: 'Garage' });
});
afterAll(() => office[Symbol.asyncDispose]());

const payloads = [
  '\'; drop table "_users"; --',
  '" or 1=1 --',
  '1; select pg_sleep(10)',
  '$$; drop schema main; $$',
  '\\',
  "\\'",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template engine would fill it in.
  '${7*7}',
  '{{7*7}}',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '\u0000',
  '\ud800',
  '𝕏'.repeat(100),
  'a'.repeat(5_000),
  '-1',
  '9'.repeat(400),
  'NaN',
  '1e309',
  '2026-02-30',
  '99999-01-01',
  'null',
  '[]',
  '{"a":1}',
  '<script>alert(1)</script>',
  '=cmd|calc',
  '\r\nSet-Cookie: a=b',
];

describe('an attempt to inject', () => {
  const queries = {
    '/records/trade.Partner': [
      'filter',
      'search',
      'order',
      'after',
      'limit',
      'parent',
      'owner',
      'fields',
      'count',
      'marked',
    ],
    '/choices/trade.Partner': ['search', 'limit', 'owner', 'filter'],
    '/registers/trade.Stock/balance': ['at', 'dimensions', 'filter'],
    '/registers/trade.Stock/turnovers': ['from', 'to', 'by', 'dimensions', 'filter'],
    '/registers/trade.Stock/movements': ['from', 'to', 'filter', 'after', 'limit'],
    '/export/trade.Partner': ['format', 'filter', 'section', 'formulas', 'marked'],
  } as const;

  test.each(Object.entries(queries))(
    'through a parameter of %s never reaches the database',
    async (path, parameters) => {
      for (const name of parameters) {
        for (const payload of payloads) {
          const reply = await director.send('GET', `${path}?${new URLSearchParams({ [name]: payload })}`);
          expect(reply.status, `${name}=${payload}`).toBeLessThan(500);
        }
      }
    },
  );

  test('through a path or an id finds nothing', async () => {
    for (const payload of payloads.filter(one => one.isWellFormed())) {
      const place = encodeURIComponent(payload);
      for (const path of [
        `/records/${place}`,
        `/records/trade.Partner/${place}`,
        `/registers/${place}/balance`,
        `/constants/${place}`,
        `/jobs/${place}`,
      ]) {
        const reply = await director.send('GET', path);
        expect(reply.status, path).toBeGreaterThanOrEqual(400);
        expect(reply.status, path).toBeLessThan(500);
      }
    }
  });

  test('through a value is stored as the text it is, or refused', async () => {
    for (const payload of payloads) {
      const reply = await director.send('POST', '/records/trade.Partner', { values: { description: payload } });
      expect(reply.status, payload).toBeLessThan(500);
      if (reply.status === 201) expect(reply.body.values.description).toBe(payload);
    }
    expect((await director.send('GET', '/users')).status).toBe(200);
  });
});

describe('a request from another site', () => {
  const write = { values: { description: 'Forged' } };
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
  ])('with %j changes nothing', async headers => {
    const reply = await director.send('POST', '/records/trade.Partner', write, headers as Record<string, string>);
    expect([403, 415]).toContain(reply.status);
    const list = await director.send(
      'GET',
      `/records/trade.Partner?filter=${encodeURIComponent('item.description == "Forged"')}`,
    );
    expect(list.body.rows).toEqual([]);
  });
});

describe('a body', () => {
  test('may not set what only the server sets, nor keys nobody knows', async () => {
    for (const body of [
      { values: { description: 'X', predefined: 'main' } },
      { values: { description: 'X', deletionMark: true } },
      { values: { description: 'X', unknown: 1 } },
      { values: { description: 'X' }, id: '00000000-0000-7000-8000-000000000000' },
      { values: { description: 7 } },
      [],
      null,
      'text',
    ]) {
      const reply = await director.send('POST', '/records/trade.Partner', JSON.stringify(body), {
        'content-type': 'application/json',
      });
      expect([400, 422], JSON.stringify(body)).toContain(reply.status);
    }
  });

  test('tells everything that is wrong with it at once, in words', async () => {
    const reply = await director.send('POST', '/records/trade.Sale', {
      values: { date: '2026-02-30', unknown: 1 },
      sections: { lines: [{ quantity: 5 }] },
    });
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['body-invalid', 'body-invalid', 'body-invalid']);
    expect(reply.body.problems.find((one: { section?: string }) => one.section === 'lines')).toMatchObject({ line: 1 });
  });

  test('that is too deep, too broken or not JSON is a problem, not a failure', async () => {
    for (const body of [
      '[',
      '[[['.repeat(30_000),
      '{"values":',
      '\u0000',
      '"',
      '{"values":{"description":"\\ud800"}}',
    ]) {
      const reply = await director.send('POST', '/records/trade.Partner', body, { 'content-type': 'application/json' });
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
    }
  });
});

test('an address that is there for other methods says which, and one that is not there says so', async () => {
  expect(codesOf(await director.send('PATCH', '/records/trade.Partner'))).toEqual(['method-not-allowed']);
  expect(codesOf(await director.send('GET', '/nothing/here'))).toEqual(['address-unknown']);
  const other = await fetch(`${office.address}/api/elsewhere/session`);
  expect(await other.json()).toMatchObject({ status: 404, problems: [{ code: 'infobase-unknown' }] });
});

test('every answer carries the headers that keep browsers from being misled', async () => {
  for (const path of ['/api/health', '/api/main/session', '/api/main/docs', '/_reader/start.js']) {
    const { headers } = await fetch(office.address + path);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    expect(headers.get('access-control-allow-origin'), path).toBeNull();
  }
});

/** Sends bytes as they are and answers the first line of what comes back. */
function raw(text: string): Promise<string> {
  const { port, hostname } = new URL(office.address);
  return new Promise(resolve => {
    const socket = connect(Number(port), hostname, () => socket.end(text));
    let answer = '';
    socket.on('data', data => {
      answer += data;
    });
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', () => resolve(''));
  });
}

test('bytes that are no request do not hurt the server', async () => {
  for (const text of [
    '\0\0\0\0',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n',
    'POST /api/main/session HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n\r\n{',
    'GET /api/main/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
  ]) {
    expect(await raw(text)).not.toMatch(/ 5\d\d /);
  }
  expect((await director.send('GET', '/session')).status).toBe(200);
});

test('whatever is sent to the addresses of the API, nothing fails and no stack is shown', async () => {
  const { body: api } = await director.send('GET', '/openapi.json');
  const operations = Object.entries<Record<string, { parameters?: { name: string; in: string }[] }>>(api.paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
    .filter(({ path, method }) => !path.endsWith('/events') && !(path === '/session' && method !== 'get'));
  const value = fc.oneof(
    fc.constantFrom(
      ...payloads.filter(one => one.isWellFormed()),
      office.warehouse,
      'trade.Sale',
      '2026-01-01',
      '5',
      'true',
    ),
    fc.string({ maxLength: 20 }),
  );
  const body = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record(
      {
        version: fc.nat(3),
        values: fc.dictionary(
          fc.constantFrom('description', 'date', 'customer', 'code', 'price'),
          fc.jsonValue({ maxDepth: 1 }),
        ),
      },
      { requiredKeys: [] },
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...operations),
      fc.array(value, { minLength: 12, maxLength: 12 }),
      body,
      fc.constantFrom(director, seller),
      fc.boolean(),
      async ({ path, method, operation }, values, sent, person, isKeyed) => {
        let next = 0;
        const take = () => values[next++ % values.length] ?? '';
        const place = path.replaceAll(/\{[^}]+\}/g, () => encodeURIComponent(take()) || 'x');
        const query = new URLSearchParams(
          (operation.parameters ?? [])
            .filter(one => one.in === 'query' && take().length % 2 === 0)
            .map(one => [one.name, take()]),
        );
        const writes = ['post', 'put', 'patch'].includes(method);
        const reply = await person.send(
          method.toUpperCase(),
          `${place}?${query}`,
          writes ? JSON.stringify(sent) : undefined,
          {
            ...(writes ? { 'content-type': path.startsWith('/import/') ? 'text/csv' : 'application/json' } : {}),
            ...(isKeyed && method !== 'get'
              ? { 'idempotency-key': take().replaceAll(/[^\x21-\x7e]/g, '') || 'k' }
              : {}),
          },
        );
        expect(
          reply.status,
          `${method} ${place}?${query} ${JSON.stringify(sent)} ${JSON.stringify(reply.body)}`,
        ).toBeLessThan(500);
        expect(JSON.stringify(reply.body)).not.toMatch(/at .*\.ts:\d+/);
      },
    ),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1_500), endOnFailure: true },
  );
});
