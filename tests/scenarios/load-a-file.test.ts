import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Office, openOffice, type Person } from './office.ts';

let office: Office;
let anna: Person;
beforeAll(async () => {
  office = await openOffice();
  anna = await office.hire('trade.Director');
});
afterAll(() => office[Symbol.asyncDispose]());

const csv = { 'content-type': 'text/csv' };
const file = 'description,discount\nGood,1\nBad,abc\nToo much,101\n';

test('a file with bad rows tells each of them and loads nothing, or the good ones when asked to', async () => {
  const refused = await anna.send('POST', '/import/trade.Partner', file, csv);
  expect(refused.status).toBe(200);
  expect(refused.body).toMatchObject({ read: 3, created: 0, updated: 0 });
  expect(refused.body.bad.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
    [2, 'discount'],
    [3, 'discount'],
  ]);
  expect(refused.body.bad[0].problem.message).toContain('abc');
  const loaded = await anna.send('POST', '/import/trade.Partner?bad=skip', file, csv);
  expect(loaded.body).toMatchObject({ read: 3, created: 1 });
});

test('a trial run keeps nothing', async () => {
  const trial = await anna.send('POST', '/import/trade.Partner?dryRun=true', 'description\nTrial\n', csv);
  expect(trial.body).toMatchObject({ created: 1 });
  expect((await anna.send('GET', '/export/trade.Partner')).body).not.toContain('Trial');
});

test('what is exported is a file that can be loaded again', async () => {
  const exported = await anna.send('GET', '/export/trade.Partner?format=csv');
  expect(exported.headers.get('content-disposition')).toBe('attachment; filename="trade.Partner.csv"');
  const again = await anna.send('POST', '/import/trade.Partner', exported.body, csv);
  expect(again.body).toMatchObject({ created: 0, updated: 1, bad: [] });
});

test('a form of another site cannot load anything', async () => {
  const plain = await anna.send('POST', '/import/trade.Partner', file, { 'content-type': 'text/plain' });
  expect(codesOf(plain)).toEqual(['content-type-unsupported']);
});
