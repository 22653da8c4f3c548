import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Office, openOffice, type Person } from './office.ts';

let office: Office;
let director: Person;
let seller: Person;
let foreignWarehouse = '';
let customer = '';

beforeAll(async () => {
  office = await openOffice();
  foreignWarehouse = await office.put('trade.Warehouse', { description: 'Far away' });
  customer = await office.put('trade.Partner', { description: 'Garage' });
  director = await office.hire('trade.Director');
  seller = await office.hire('trade.Seller', { 'trade.Warehouse': [office.warehouse] });
});
afterAll(() => office[Symbol.asyncDispose]());

const sale = (warehouse: string) => ({ values: { date: '2026-03-01T12:00:00', customer, warehouse } });

test('a seller sees and writes the sales of her warehouse only, and the others are not there for her', async () => {
  const foreign = await director.send('POST', '/records/trade.Sale', sale(foreignWarehouse));
  const own = await seller.send('POST', '/records/trade.Sale', sale(office.warehouse));
  expect(own.status).toBe(201);
  const list = await seller.send('GET', '/records/trade.Sale?count=true');
  expect(list.body.count).toBe(1);
  expect(list.body.rows.map((row: { id: string }) => row.id)).toEqual([own.body.id]);
  const hidden = await seller.send('GET', `/records/trade.Sale/${foreign.body.id}`);
  const missing = await seller.send('GET', `/records/trade.Sale/${randomUUID()}`);
  expect([hidden.status, codesOf(hidden)]).toEqual([missing.status, codesOf(missing)]);
  expect((await seller.send('POST', '/records/trade.Sale', sale(foreignWarehouse))).status).toBe(403);
});

test('what a role does not grant is refused by name, on every path', async () => {
  const refused = [
    await seller.send('POST', '/records/trade.Item', { values: { description: 'X' } }),
    await seller.send('GET', '/users'),
    await seller.send('POST', '/jobs', { kind: 'repost', parameters: { path: 'trade.Sale' } }),
    await seller.send('GET', '/export/trade.Sale'),
    await seller.send('POST', '/import/trade.Item', 'description\nX\n', { 'content-type': 'text/csv' }),
  ];
  expect(refused.map(reply => reply.status)).toEqual([403, 403, 403, 403, 403]);
});

test('the metadata and the description of the API hold only what a role may try', async () => {
  const metadata = await seller.send('GET', '/metadata');
  expect(metadata.body.operations['trade.Item']).toEqual(['read']);
  expect(Object.values(metadata.body.objects).some((object: unknown) => Object.hasOwn(object as object, 'role'))).toBe(
    false,
  );
  const again = await seller.send('GET', '/metadata', undefined, {
    'if-none-match': metadata.headers.get('etag') ?? '',
  });
  expect(again.status).toBe(304);
  const api = await seller.send('GET', '/openapi.json');
  expect(api.body.paths['/records/trade.Item'].post).toBeUndefined();
  expect(api.body.paths['/records/trade.Sale'].post).toBeDefined();
});

test('nobody works without signing in, and what is signed out is out', async () => {
  const stranger = await fetch(`${office.address}/api/main/records/trade.Sale`);
  expect(await stranger.json()).toMatchObject({ status: 401, problems: [{ code: 'sign-in-required' }] });
  const leaving = await office.hire('trade.Director');
  expect((await leaving.send('DELETE', '/session')).status).toBe(204);
  expect((await leaving.send('GET', '/session')).status).toBe(401);
});

test('a new user signs in with her password, reads in her language, and is out as soon as she is disabled', async () => {
  const write = {
    login: 'vera',
    name: 'Вера',
    language: 'ru',
    roles: ['trade.Seller'],
    disabled: false,
    allowed: { 'trade.Warehouse': [office.warehouse] },
    password: 'a long enough one',
  };
  const made = await director.send('POST', '/users', write);
  expect(made.status).toBe(201);
  expect(JSON.stringify(made.body)).not.toContain('password');
  const wrong = await fetch(`${office.address}/api/main/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'vera', password: 'wrong' }),
  });
  expect(wrong.status).toBe(401);
  const right = await fetch(`${office.address}/api/main/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'vera', password: write.password }),
  });
  expect(right.status).toBe(200);
  const cookie = right.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^aubade-main=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const ask = () =>
    fetch(`${office.address}/api/main/records/trade.Nothing`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
  const unknown = await ask();
  expect(unknown.headers.get('content-language')).toBe('ru');
  expect(await unknown.json()).toMatchObject({ status: 404, title: 'Объекта «trade.Nothing» нет.' });
  const { password, ...others } = write;
  await director.send('PUT', `/users/${made.body.id}`, { ...others, disabled: true });
  expect((await ask()).status).toBe(401);
});
