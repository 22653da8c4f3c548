import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '#platform';
import { eventStream } from '../../../runtime/http/event-stream.ts';
import { guardOrigin } from '../../../runtime/http/guard-origin.ts';
import { parseJson, readText } from '../../../runtime/http/read-body.ts';
import { choice, flag, integer, moment, names, readQuery, text } from '../../../runtime/http/read-query.ts';
import { requestLanguage } from '../../../runtime/http/request-language.ts';
import { pagePolicy } from '../../../runtime/http/security-headers.ts';
import { sessionCookie, tokenOf } from '../../../runtime/http/session-cookie.ts';

function codesOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(problem => problem.code);
    throw error;
  }
}

describe('parameters of an address', () => {
  const rule = {
    limit: integer(1, 100),
    count: flag,
    at: moment,
    order: names(3),
    by: choice('day', 'month'),
    search: text(5),
  };
  const read = (query: string) => readQuery(new URLSearchParams(query), rule);

  test('are read in the form their rule says, and absent ones are absent', () => {
    expect(read('limit=7&count=true&at=2026-02-28&order=number,-date&by=month&search=abc')).toEqual({
      limit: 7,
      count: true,
      at: '2026-02-28',
      order: ['number', '-date'],
      by: 'month',
      search: 'abc',
    });
    expect(read('')).toEqual({});
  });

  test('are all reported when several are wrong', () => {
    expect(codesOf(() => read('limit=0&unknown=1&by=week'))).toEqual([
      'query-parameter-invalid',
      'query-parameter-unknown',
      'query-parameter-invalid',
    ]);
  });

  test.each([
    'limit=1e3',
    'limit=-1',
    'limit=101',
    'limit=7&limit=8',
    'at=2026-02-30',
    'at=2026-13-01',
    'at=yesterday',
    'at=0000-01-01',
    'order=a;drop table',
    'order=a,b,c,d',
    'search=abcdef',
    'search=%00',
    'count=1',
    '__proto__=1',
    'constructor=1',
  ])('refuse %s', query => {
    expect(codesOf(() => readQuery(new URLSearchParams(query), rule))).not.toEqual([]);
  });
});

describe('JSON bodies', () => {
  test.each(['{"__proto__":{"a":1}}', '{"a":{"constructor":1}}', '[{"prototype":1}]', '{"\\u005f_proto__":1}'])(
    'that reach for a prototype are refused: %s',
    body => {
      expect(codesOf(() => parseJson(body))).toEqual(['forbidden-key']);
      expect(({} as Record<string, unknown>)['a']).toBeUndefined();
    },
  );

  test.each(['{"a":"\\u0000"}', '{"a":"\\ud800"}', '{"\\u0000":1}'])(
    'with text that cannot be stored are refused: %s',
    body => {
      expect(codesOf(() => parseJson(body))).toEqual(['text-unstorable']);
    },
  );

  test('that are no JSON are refused with the reason', () => {
    expect(codesOf(() => parseJson('{"a":'))).toEqual(['body-not-json']);
    expect(codesOf(() => parseJson(''))).toEqual(['body-not-json']);
  });

  test('come through unchanged otherwise', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
        const body = JSON.stringify(value);
        if (codesOf(() => parseJson(body)).length === 0) expect(JSON.stringify(parseJson(body))).toBe(body);
      }),
    );
  });

  test('larger than the limit are cut off while they arrive', async () => {
    const request = new Request('http://localhost/', { method: 'POST', body: 'x'.repeat(1000) });
    await expect(readText(request, 999)).rejects.toThrow('body-too-large');
  });

  test('in another encoding than UTF-8 are refused', async () => {
    const request = new Request('http://localhost/', { method: 'POST', body: new Uint8Array([0x22, 0xc3, 0x22]) });
    await expect(readText(request, 999)).rejects.toThrow('body-not-json');
  });
});

describe('a request that changes something', () => {
  const request = (headers: Record<string, string>, method = 'POST') =>
    new Request('http://erp.local:8080/api/plant/records/x', {
      method,
      headers: { host: 'erp.local:8080', ...headers },
    });

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://erp.local:8080' },
    { origin: 'http://erp.local:8081' },
    { origin: 'http://erp.local:8080.evil.example' },
  ])('is refused from another site: %j', headers => {
    expect(codesOf(() => guardOrigin(request(headers), undefined))).toEqual(['cross-site-request']);
  });

  test.each([{}, { origin: 'http://erp.local:8080' }, { 'sec-fetch-site': 'same-origin' }])(
    'passes from this site: %j',
    headers => {
      expect(codesOf(() => guardOrigin(request(headers), undefined))).toEqual([]);
    },
  );

  test('behind a proxy must come from the public origin', () => {
    expect(codesOf(() => guardOrigin(request({ origin: 'https://erp.example' }), 'https://erp.example'))).toEqual([]);
    expect(codesOf(() => guardOrigin(request({ origin: 'http://erp.local:8080' }), 'https://erp.example'))).toEqual([
      'cross-site-request',
    ]);
  });

  test('while reading is open to links from anywhere', () => {
    expect(codesOf(() => guardOrigin(request({ 'sec-fetch-site': 'cross-site' }, 'GET'), undefined))).toEqual([]);
  });
});

test('the session cookie is out of reach for scripts, and bound to the host under TLS', () => {
  expect(sessionCookie('aubade-plant', 'abc', false)).toBe('aubade-plant=abc; Path=/; HttpOnly; SameSite=Lax');
  expect(sessionCookie('__Host-aubade-plant', 'abc', true)).toContain('; Secure');
  expect(tokenOf('a=1; aubade-plant=abc=; b=2', 'aubade-plant')).toBe('abc=');
  expect(tokenOf('xaubade-plant=abc', 'aubade-plant')).toBeUndefined();
});

test.each([
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['de,fa;q=0.5,en;q=0.4', 'fa'],
  ['ru;q=0', 'en'],
  ['', 'en'],
])('a browser that asks for %s reads %s', (header, language) => {
  expect(requestLanguage(header)).toBe(language);
});

test('a page may run exactly the inline scripts it holds', () => {
  const policy = pagePolicy('<script>start()</script><script src="/a.js"></script><style>b{}</style>');
  const hash = createHash('sha256').update('start()').digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

describe('a stream of events', () => {
  const open = (stopping: AbortSignal) => {
    const released: string[] = [];
    const sent: { send?: (id: string) => void } = {};
    const response = eventStream(stream => {
      sent.send = id => stream.send({ id, name: 'progress', data: { id } });
      return () => released.push('released');
    }, stopping);
    return { response, released, sent };
  };

  test('lets go of its source when the client goes away', async () => {
    const { response, released, sent } = open(new AbortController().signal);
    sent.send?.('1');
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('id: 1\nevent: progress\ndata: {"id":"1"}\n\n');
    await reader?.cancel();
    expect(released).toEqual(['released']);
    sent.send?.('2');
  });

  test('ends when the server stops', async () => {
    const stopping = new AbortController();
    const { response, released } = open(stopping.signal);
    stopping.abort();
    expect(await response.text()).toBe('');
    expect(released).toEqual(['released']);
  });
});
