import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice, type Person } from './office.ts';

let office: Office;
let anna: Person;
beforeAll(async () => {
  office = await openOffice();
  anna = await office.hire('trade.Director');
  const supplier = await office.put('trade.Partner', { description: 'Steel works' });
  const item = await office.put('trade.Item', { description: 'Bolt' });
  for (let day = 1; day <= 20; day += 1) {
    await anna.send('POST', '/records/trade.Receipt', {
      values: { date: `2026-01-${String(day).padStart(2, '0')}T10:00:00`, supplier },
      sections: { lines: [{ item, quantity: '1', price: '1' }] },
      post: true,
    });
  }
});
afterAll(() => office[Symbol.asyncDispose]());

/** Events of a stream until it ends. */
async function events(
  id: string,
  headers: Record<string, string> = {},
): Promise<{ name: string; data: { state: string } }[]> {
  const response = await fetch(`${office.address}/api/main/jobs/${id}/events`, {
    headers: { cookie: anna.cookie, ...headers },
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const blocks = (await response.text()).split('\n\n').filter(block => block.includes('data: '));
  return blocks.map(block => ({
    name: /event: (.*)/.exec(block)?.[1] ?? '',
    data: JSON.parse(/data: (.*)/.exec(block)?.[1] ?? 'null'),
  }));
}

test('reposting is started, followed to its end, and found in the list of jobs', async () => {
  const started = await anna.send('POST', '/jobs', { kind: 'repost', parameters: { path: 'trade.Receipt' } });
  expect(started.status).toBe(202);
  const seen = await events(started.body.id);
  expect(seen.at(-1)).toMatchObject({
    name: 'end',
    data: { state: 'done', done: 20, total: 20, result: { done: 20, refused: 0 } },
  });
  expect((await anna.send('GET', `/jobs/${started.body.id}`)).body).toMatchObject({ state: 'done', kind: 'repost' });
  expect((await anna.send('GET', '/jobs')).body.map((job: { id: string }) => job.id)).toContain(started.body.id);
});

test('who reconnects after the end is told it once more only when she has not seen it', async () => {
  const { body } = await anna.send('POST', '/jobs', { kind: 'repost', parameters: { path: 'trade.Sale' } });
  expect(await events(body.id)).not.toEqual([]);
  expect(await events(body.id, { 'last-event-id': 'done.0.0.posting' })).toEqual([]);
});

test('a job is cancelled by its owner and is not there for others', async () => {
  const seller = await office.hire('trade.Seller');
  const { body } = await anna.send('POST', '/jobs', { kind: 'repost', parameters: { path: 'trade.Receipt' } });
  expect((await seller.send('DELETE', `/jobs/${body.id}`)).status).toBe(404);
  expect((await anna.send('DELETE', `/jobs/${body.id}`)).status).toBe(200);
  expect(['cancelled', 'done']).toContain((await events(body.id)).at(-1)?.data.state);
});

test('a client that goes away leaves nothing behind on the server', async () => {
  const { body } = await anna.send('POST', '/jobs', { kind: 'repost', parameters: { path: 'trade.Receipt' } });
  for (let times = 0; times < 20; times += 1) {
    const gone = new AbortController();
    await fetch(`${office.address}/api/main/jobs/${body.id}/events`, {
      headers: { cookie: anna.cookie },
      signal: gone.signal,
    });
    gone.abort();
  }
  expect((await anna.send('GET', '/session')).status).toBe(200);
});
