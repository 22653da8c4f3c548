import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, type Office, openOffice, type Person } from './office.ts';

let office: Office;
let director: Person;
let seller: Person;

beforeAll(async () => {
  office = await openOffice();
  director = await office.hire('trade.Director');
  seller = await office.hire('trade.Seller');
});
afterAll(() => office[Symbol.asyncDispose]());

async function marked(description: string): Promise<string> {
  const item = await director.send('POST', '/records/trade.Item', { values: { description } });
  await director.send('POST', `/records/trade.Item/${item.body.id}/mark`, { version: 1 });
  return item.body.id;
}

test('marked records are deleted, and those in use are named with their users', async () => {
  const [free, used] = [await marked('Free'), await marked('Used')];
  await office.put('trade.Price', { item: used, price: '5', period: '2026-02-01' });
  const answer = await director.send('POST', '/records/trade.Item/delete-marked', { ids: [free, used] });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      deleted: [free],
      kept: [
        { id: used, problems: [{ code: 'still-used' }], references: [{ path: 'trade.Price', attribute: 'item' }] },
      ],
    },
  });
  expect((await director.send('GET', `/records/trade.Item/${free}`)).status).toBe(404);
});

test('who may not mark deletes nothing', async () => {
  const ids = [await marked('Kept')];
  expect((await seller.send('POST', '/records/trade.Item/delete-marked', { ids })).status).toBe(403);
  expect((await director.send('POST', '/records/trade.Item/delete-marked', { ids: [] })).status).toBe(422);
});

test('the top level of a hierarchy is asked for with an empty parent', async () => {
  const group = await director.send('POST', '/records/trade.Item', { values: { description: 'Group', isGroup: true } });
  await office.put('trade.Item', { description: 'Below', parent: group.body.id });
  const top = await director.send('GET', '/records/trade.Item?parent=&search=Group');
  expect(top.body.rows.map((row: { id: string }) => row.id)).toEqual([group.body.id]);
  expect((await director.send('GET', '/records/trade.Item?parent=&search=Below')).body.rows).toEqual([]);
});

test('a password is changed by who knows the present one', async () => {
  const path = `/users/${seller.id}`;
  const user = (await director.send('GET', '/users')).body.find(({ id }: { id: string }) => id === seller.id);
  const { id: _, ...write } = user;
  const password = 'four calm brown horses';
  expect((await director.send('PUT', path, { ...write, password })).status).toBe(200);
  const clerk = await office.signIn(user.login, password);
  const elsewhere = await office.signIn(user.login, password);
  const next = 'five loud grey herons';
  const wrong = await clerk.send('PUT', '/session/password', { current: 'wrong', password: next });
  expect(codesOf(wrong)).toEqual(['password-wrong']);
  expect((await clerk.send('PUT', '/session/password', { current: password, password: next })).status).toBe(204);
  expect((await clerk.send('GET', '/session')).status).toBe(200);
  expect((await elsewhere.send('GET', '/session')).status).toBe(401);
  await office.signIn(user.login, next);
});

test('an administrator signs a user out everywhere; nobody else does', async () => {
  const leaver = await office.hire('trade.Seller');
  const refused = await leaver.send('DELETE', `/users/${director.id}/sessions`);
  expect(refused.status).toBe(403);
  expect((await director.send('DELETE', `/users/${leaver.id}/sessions`)).status).toBe(204);
  expect((await leaver.send('GET', '/session')).status).toBe(401);
});
