import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Office, openOffice, type Person } from './office.ts';

let office: Office;
let anna: Person;
beforeAll(async () => {
  office = await openOffice();
  anna = await office.hire('trade.Director');
});
afterAll(() => office[Symbol.asyncDispose]());

test('a write that is sent again with its key is done once and answered the same', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const write = { values: { description: 'Once' } };
  const replies = await Promise.all([1, 2, 3].map(() => anna.send('POST', '/records/trade.Partner', write, key)));
  expect(replies.map(reply => reply.status)).toEqual([201, 201, 201]);
  expect(new Set(replies.map(reply => reply.body.id)).size).toBe(1);
  const list = await anna.send(
    'GET',
    `/records/trade.Partner?filter=${encodeURIComponent('item.description == "Once"')}&count=true`,
  );
  expect(list.body.count).toBe(1);
});

test('the key of another write is refused', async () => {
  const key = { 'idempotency-key': randomUUID() };
  await anna.send('POST', '/records/trade.Partner', { values: { description: 'One' } }, key);
  const other = await anna.send('POST', '/records/trade.Partner', { values: { description: 'Other' } }, key);
  expect(codesOf(other)).toEqual(['key-reused']);
});

test('a refused write leaves its key free', async () => {
  const key = { 'idempotency-key': randomUUID() };
  expect((await anna.send('POST', '/records/trade.Partner', { values: {} }, key)).status).toBe(422);
  expect((await anna.send('POST', '/records/trade.Partner', { values: { description: 'Now' } }, key)).status).toBe(201);
});

test('a key that is none is refused', async () => {
  const reply = await anna.send(
    'POST',
    '/records/trade.Partner',
    { values: { description: 'X' } },
    { 'idempotency-key': 'a b' },
  );
  expect(codesOf(reply)).toEqual(['idempotency-key-invalid']);
});
