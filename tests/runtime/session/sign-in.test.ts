import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newIdentity } from '../../../runtime/records/identity.ts';
import { changePassword } from '../../../runtime/session/change-password.ts';
import { endSession, endSessionsOf } from '../../../runtime/session/end-session.ts';
import { acceptFirstAdministrator, inviteFirstAdministrator } from '../../../runtime/session/first-administrator.ts';
import { openSession } from '../../../runtime/session/open-session.ts';
import type { Session } from '../../../runtime/session/session.ts';
import { signIn } from '../../../runtime/session/sign-in.ts';
import { createUser, listUsers, updateUser } from '../../../runtime/session/users.ts';
import { openTrade, problemsOf, type Trade } from '../records/trade.ts';

let trade: Trade;
let time = Date.parse('2026-03-10T12:00:00Z');
beforeAll(async () => {
  trade = await openTrade(() => new Date(time));
});
afterAll(() => trade[Symbol.asyncDispose]());

const password = 'four calm brown horses';
const minutes = (count: number) => {
  time += count * 60_000;
};
let addresses = 0;
const newAddress = () => `10.0.0.${++addresses}`;
const enter = (login: string, given = password, address = newAddress()) =>
  signIn(trade.surroundings, { login, password: given, address });
const open = (token: string) => openSession(trade.surroundings, token);
const person = (login: string, more = {}) => ({
  login,
  name: login,
  language: 'en' as const,
  roles: ['trade.Seller'],
  disabled: false,
  allowed: {},
  password,
  ...more,
});
async function makeUser(login: string, more = {}): Promise<string> {
  const id = newIdentity(trade.surroundings.clock, trade.surroundings.random);
  return createUser(trade.session, { id, write: person(login, more) });
}

describe('the first administrator', () => {
  it('is made once, however many try the same invitation at once', async () => {
    const former = await inviteFirstAdministrator(trade.session);
    const token = (await inviteFirstAdministrator(trade.session)) ?? '';
    const accept = (given: string, login: string) =>
      acceptFirstAdministrator(trade.session, {
        token: given,
        id: newIdentity(trade.surroundings.clock, trade.surroundings.random),
        login,
        name: login,
        language: 'en',
        password,
      });
    expect(await problemsOf(accept(former ?? '', 'late'))).toMatchObject([{ code: 'first-administrator-exists' }]);
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(name => accept(token, `admin-${name}`)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await inviteFirstAdministrator(trade.session)).toBeUndefined();
    const [administrator] = await listUsers(trade.session);
    expect(administrator?.roles).toEqual(['trade.Director']);
  });
});

describe('signing in', () => {
  it('gives a session with the rights of the roles, and a new token each time', async () => {
    await makeUser('seller');
    const [first, second] = [await enter('seller'), await enter('SELLER')];
    expect(first).not.toBe(second);
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    const session = await open(first);
    expect(session?.rights.on('trade.Partner', 'create')).toBe(true);
    expect(session?.rights.on('trade.Item', 'create')).toBe(false);
    expect(session?.rights.system.has('administer')).toBe(false);
  });

  it('keeps neither the password nor the token where somebody could read it', async () => {
    await makeUser('private');
    const token = await enter('private');
    const stored = await trade.database
      .sql`select "_users"::text || "_sessions"::text as text from "_users", "_sessions"`;
    expect(JSON.stringify(stored)).not.toContain(password);
    expect(JSON.stringify(stored)).not.toContain(token);
    const [hash] = await trade.database.sql`select password from "_users" where login = 'private'`;
    expect(hash?.['password']).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it('ends the session the browser had before', async () => {
    await makeUser('again');
    const former = await enter('again');
    await signIn(trade.surroundings, { login: 'again', password, address: newAddress(), formerToken: former });
    expect(await open(former)).toBeUndefined();
  });

  it('is refused alike for a wrong password, an unknown login and a disabled user', async () => {
    await makeUser('careful');
    await makeUser('gone', { disabled: true });
    const refusals = await Promise.all([
      problemsOf(enter('careful', 'a wrong password')),
      problemsOf(enter('nobody')),
      problemsOf(enter('gone')),
    ]);
    expect(new Set(refusals.map(problems => JSON.stringify(problems)))).toEqual(
      new Set([JSON.stringify([{ code: 'sign-in-refused', parameters: {} }])]),
    );
  });
});

describe('guessing', () => {
  it('is slowed down after five failures from one address, for a quarter of an hour, and only there', async () => {
    await makeUser('target');
    const address = newAddress();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await problemsOf(enter('target', 'wrong', address))).toMatchObject([{ code: 'sign-in-refused' }]);
    }
    expect(await problemsOf(enter('target', password, address))).toMatchObject([
      { code: 'sign-in-throttled', parameters: { seconds: 900 } },
    ]);
    expect(await enter('target')).toBeTruthy();
    minutes(16);
    expect(await enter('target', password, address)).toBeTruthy();
  });

  it('cannot outrun the count by many attempts at once', async () => {
    const address = newAddress();
    const refusals = await Promise.all(Array.from({ length: 24 }, () => problemsOf(enter('racer', 'wrong', address))));
    const looked = refusals.filter(([problem]) => problem?.code === 'sign-in-refused');
    expect(looked.length).toBeLessThanOrEqual(5);
  });

  it('of many logins from one address is slowed down too', async () => {
    const address = newAddress();
    const refusals = [];
    for (let attempt = 0; attempt < 21; attempt += 1)
      refusals.push(await problemsOf(enter(`login-${attempt}`, 'wrong', address)));
    expect(refusals.filter(([problem]) => problem?.code === 'sign-in-throttled')).toHaveLength(1);
  });
});

describe('a session', () => {
  const signedIn = async (login: string) => {
    const id = await makeUser(login);
    return { id, token: await enter(login) };
  };
  const change = (id: string, login: string, more: object) =>
    updateUser(trade.session, { id, write: person(login, more) });

  it('ends when it is unused, and in any case after a week', async () => {
    const { token } = await signedIn('idle');
    minutes(11 * 60);
    expect(await open(token)).toBeDefined();
    minutes(11 * 60);
    expect(await open(token)).toBeDefined();
    minutes(13 * 60);
    expect(await open(token)).toBeUndefined();
    const busy = await enter('idle');
    for (let hours = 0; hours < 7 * 24; hours += 8) {
      expect(await open(busy)).toBeDefined();
      minutes(8 * 60);
    }
    expect(await open(busy)).toBeUndefined();
  });

  it('ends when its user signs out, is disabled, or gets a new password', async () => {
    const out = await signedIn('leaver');
    await endSession(trade.surroundings, out.token);
    expect(await open(out.token)).toBeUndefined();
    const off = await signedIn('switched-off');
    await change(off.id, 'switched-off', { disabled: true, password: undefined });
    expect(await open(off.token)).toBeUndefined();
    const renewed = await signedIn('renewed');
    await change(renewed.id, 'renewed', { password: 'another fine long phrase' });
    expect(await open(renewed.token)).toBeUndefined();
  });

  it('is ended by an administrator and by nobody else', async () => {
    const { id, token } = await signedIn('watched');
    const own = (await open(token)) as Session;
    expect(await problemsOf(endSessionsOf(own, id))).toMatchObject([{ code: 'system-right-missing' }]);
    await endSessionsOf(trade.session, id);
    expect(await open(token)).toBeUndefined();
    const nobody = endSessionsOf(trade.session, '00000000-0000-4000-8000-000000000000');
    expect(await problemsOf(nobody)).toMatchObject([{ code: 'user-not-found' }]);
  });

  it('loses a role at once', async () => {
    const { id, token } = await signedIn('demoted');
    await change(id, 'demoted', { roles: [], password: undefined });
    expect((await open(token))?.rights.on('trade.Item', 'read')).toBe(false);
  });
});

describe('a password', () => {
  it('is changed by its owner in a session that goes on, while her others end', async () => {
    await makeUser('keeper-on');
    const [here, elsewhere] = [await enter('keeper-on'), await enter('keeper-on')];
    const session = (await open(here)) as Session;
    await changePassword(session, {
      present: password,
      next: 'five loud grey herons',
      address: newAddress(),
      keep: here,
    });
    expect([(await open(here))?.user.login, await open(elsewhere)]).toEqual(['keeper-on', undefined]);
  });

  it('is changed by its owner, who then signs in again', async () => {
    await makeUser('owner');
    const token = await enter('owner');
    const session = (await open(token)) as Session;
    const next = 'five loud grey herons';
    expect(await problemsOf(changePassword(session, { present: 'wrong', next, address: newAddress() }))).toMatchObject([
      { code: 'password-wrong' },
    ]);
    await changePassword(session, { present: password, next, address: newAddress() });
    expect(await open(token)).toBeUndefined();
    expect(await enter('owner', next)).toBeTruthy();
  });

  it.each([
    ['short', 'password-too-short'],
    ['Password123', 'password-too-common'],
    ['aaaaaaaaaaaa', 'password-too-common'],
    ['predictable', 'password-too-common'],
  ])('%s is refused', async (weak, code) => {
    expect(await problemsOf(makeUser('predictable', { password: weak }))).toMatchObject([{ code }]);
  });
});

describe('users', () => {
  it('are told apart by login whatever its case', async () => {
    await makeUser('Unique');
    expect(await problemsOf(makeUser('uniquE'))).toMatchObject([{ code: 'login-taken' }]);
  });

  it('have only roles that are there, and keep the records they are allowed', async () => {
    expect(await problemsOf(makeUser('odd', { roles: ['trade.King'] }))).toMatchObject([{ code: 'role-unknown' }]);
    const [main] = await trade.database.sql`select id from "trade.Warehouse"`;
    const allowed = { 'trade.Warehouse': [String(main?.['id'])] };
    const id = await makeUser('keeper', { allowed });
    expect((await listUsers(trade.session)).find(user => user.id === id)?.allowed).toEqual(allowed);
  });

  it('never leave the infobase without an administrator', async () => {
    const [first] = (await listUsers(trade.session)).filter(({ roles }) => roles.includes('trade.Director'));
    const write = { ...person(first?.login ?? ''), roles: ['trade.Director'], password: undefined };
    const disabling = updateUser(trade.session, {
      id: first?.id ?? '',
      write: { ...person(first?.login ?? ''), disabled: true },
    });
    expect(await problemsOf(disabling)).toMatchObject([{ code: 'last-administrator' }]);
    const second = await makeUser('second-admin', { roles: ['trade.Director'] });
    const both = [
      { id: first?.id ?? '', write: person(write.login, { disabled: true }) },
      { id: second, write: person('second-admin', { disabled: true }) },
    ];
    const outcomes = await Promise.allSettled(both.map(one => updateUser(trade.session, one)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are nobody else’s business', async () => {
    await makeUser('curious');
    const session = (await open(await enter('curious'))) as Session;
    expect(await problemsOf(listUsers(session))).toMatchObject([{ code: 'system-right-missing' }]);
  });
});
