import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteFirstAdministrator } from '../../runtime/session/first-administrator.ts';
import { codesOf, type Office, openOffice, sender } from './office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await office.session.database.sql`delete from "_users"`;
});

afterAll(() => office[Symbol.asyncDispose]());

const anna = { login: 'anna', name: 'Anna', language: 'ru', password: 'sand and gravel' };

test('the link of an infobase without users makes one administrator, signs her in, and then is spent', async () => {
  const nobody = sender(`${office.address}/api/main`, '');
  const token = await inviteFirstAdministrator(office.session);

  const guessed = await nobody('POST', '/first-administrator', { ...anna, token: 'guessed' });
  expect([guessed.status >= 400, codesOf(guessed)]).toEqual([true, ['first-administrator-exists']]);

  const weak = await nobody('POST', '/first-administrator', { ...anna, token, password: 'a' });
  expect(codesOf(weak)).toEqual(['password-too-short']);

  const accepted = await nobody('POST', '/first-administrator', { ...anna, token });
  expect([accepted.status, accepted.body.user.login, accepted.body.system]).toEqual([
    200,
    'anna',
    expect.arrayContaining(['administer']),
  ]);
  const cookie = (accepted.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const users = await sender(`${office.address}/api/main`, cookie)('GET', '/users');
  expect(users.body.map(({ login }: { login: string }) => login)).toEqual(['anna']);

  const again = await nobody('POST', '/first-administrator', { ...anna, login: 'boris', token });
  expect(codesOf(again)).toEqual(['first-administrator-exists']);
  expect(await inviteFirstAdministrator(office.session)).toBeUndefined();
});
