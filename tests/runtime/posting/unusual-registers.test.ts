import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../../runtime/http/contract.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { updateRecord } from '../../../runtime/records/update-record.ts';
import { advanceCheckpoints } from '../../../runtime/registers/advance-checkpoints.ts';
import { readBalance } from '../../../runtime/registers/read-balance.ts';
import { readTurnovers } from '../../../runtime/registers/read-turnovers.ts';
import { verifyRegisters } from '../../../runtime/registers/verify-registers.ts';
import type { Session } from '../../../runtime/session/session.ts';
import { systemSession } from '../../../runtime/session/system-session.ts';
import { type TestInfobase, testInfobase } from '../../support/database.ts';
import { shopConfiguration } from '../../support/shop-package.ts';
import { problemsOf } from '../records/trade.ts';

/** A register without dimensions, one with a dimension of several objects, and one with a ceiling. */
const files = {
  'accumulation-registers/Cash.yaml': `
title: { en: Cash, ru: Деньги }
of: balance
resources:
  amount: money
constraints:
  enough: { check: balance.amount >= 0 }`,
  'accumulation-registers/Spent.yaml': `
title: { en: Spent, ru: Потрачено }
of: balance
dimensions:
  about: { type: [Item, Place], title: { en: About, ru: О чем } }
resources:
  amount: money
constraints:
  some: { check: balance.amount >= -1000 }`,
  'accumulation-registers/Filled.yaml': `
title: { en: Filled, ru: Заполнено }
of: balance
dimensions:
  place: { type: Place, required: true }
resources:
  amount: money
constraints:
  ceiling: { check: balance.amount <= 100 }`,
  'documents/Entry.yaml': `
title: { en: Entry, ru: Операция }
attributes:
  about: { type: [Item, Place], title: { en: About, ru: О чем } }
  place: Place
  amount: money
posting:
  cash: { register: Cash, movement: receipt, set: { amount: document.amount } }
  spent: { register: Spent, movement: receipt, set: { about: document.about, amount: document.amount } }
  filled: { register: Filled, movement: receipt, set: { place: document.place, amount: document.amount } }`,
  'subsystems/More.yaml': `
title: { en: More, ru: Еще }
objects: [Entry, Cash, Spent, Filled]`,
};

let infobase: TestInfobase;
let session: Session;
let places: string[];
let item: string;
beforeAll(async () => {
  infobase = await testInfobase(shopConfiguration(files));
  const { configuration } = infobase;
  const surroundings = { infobase: { name: 'main', title: 'Shop', configuration }, database: infobase };
  session = systemSession({ ...surroundings, clock: () => new Date('2026-03-10T12:00:00Z'), random: randomBytes });
  places = [await named('shop.Place', 'Here'), await named('shop.Place', 'There')];
  item = await named('shop.Item', 'Bolt');
});
afterAll(() => infobase.close());

const named = async (path: string, description: string) =>
  (await createRecord(session, { path, write: { values: { description } } })).id;
const enter = (amount: string, values: Record<string, Value> = {}, date = '2026-03-01T00:00:00') =>
  createRecord(session, {
    path: 'shop.Entry',
    write: { values: { date, place: places[0] ?? null, amount, ...values }, post: true },
  });
const balance = async (path: string, at?: string) => {
  const { columns, rows } = await readBalance(session, { path, ...(at && { at }) });
  return rows.map(row => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])));
};

describe('a balance that is bounded otherwise than from below', () => {
  it('refuses what breaks its condition, by name', async () => {
    const { id } = await enter('90', { place: places[1] ?? null });
    expect(await problemsOf(enter('20', { place: places[1] ?? null }))).toMatchObject([
      {
        code: 'balance-refused',
        path: 'shop.Filled.constraints.ceiling',
        parameters: { balance: '110', constraint: { en: 'balance.amount <= 100' } },
      },
    ]);
    const write = { version: 1, values: { amount: '100' } };
    expect(await updateRecord(session, { path: 'shop.Entry', id, write })).toMatchObject({ version: 2 });
  });
});

describe('a movement', () => {
  it('that lacks a required dimension is refused, and says which', async () => {
    expect(await problemsOf(enter('1', { place: null }))).toMatchObject([
      { code: 'movement-incomplete', path: 'shop.Filled.place', parameters: { attribute: { en: 'Place' } } },
    ]);
  });
});

describe('a register without dimensions', () => {
  it('keeps one balance, in every month', async () => {
    const before = Number((await balance('shop.Cash'))[0]?.['amount'] ?? 0);
    await enter('10', {}, '2026-01-10T00:00:00');
    await enter('5', {}, '2026-02-10T00:00:00');
    expect(await balance('shop.Cash')).toEqual([{ amount: (before + 15).toFixed(2) }]);
    expect(await balance('shop.Cash', '2026-02-01T00:00:00')).toEqual([{ amount: '10.00' }]);
    await advanceCheckpoints(infobase, infobase.configuration, '2026-03-01');
    expect(await balance('shop.Cash', '2026-02-20T00:00:00')).toEqual([{ amount: '15.00' }]);
    const question = { path: 'shop.Cash', from: '2026-02-01T00:00:00', to: '2026-03-01T00:00:00', by: 'none' as const };
    expect((await readTurnovers(session, question)).rows).toHaveLength(1);
  });

  it('refuses what it has not got', async () => {
    expect(await problemsOf(enter('-1000'))).toMatchObject([
      { code: 'not-enough', path: 'shop.Cash.constraints.enough', parameters: { needed: '1000' } },
    ]);
  });
});

describe('a dimension of several objects', () => {
  it('keeps apart records of different objects, and those of none', async () => {
    const [place = ''] = places;
    await enter('1', { about: { type: 'shop.Item', id: item } });
    await enter('2', { about: { type: 'shop.Place', id: place } });
    await enter('3', { about: { type: 'shop.Item', id: item } });
    const rows = await balance('shop.Spent');
    expect(rows).toContainEqual({ about: { type: 'shop.Item', id: item }, amount: '4.00' });
    expect(rows).toContainEqual({ about: { type: 'shop.Place', id: place }, amount: '2.00' });
    expect(rows.filter(({ about }) => about === null)).toHaveLength(1);
    expect(rows).toHaveLength(3);
  });

  it('names its record when a balance is refused', async () => {
    const problems = await problemsOf(enter('-2000', { about: { type: 'shop.Item', id: item } }));
    const [problem] = problems.filter(({ path }) => path === 'shop.Spent.constraints.some');
    expect(JSON.stringify(problem?.parameters)).toContain('Bolt');
  });
});

it('none of them differs from its movements', async () => {
  expect(await verifyRegisters(infobase, infobase.configuration)).toEqual([]);
});
