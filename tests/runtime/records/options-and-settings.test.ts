import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsOf } from '../../../runtime/access/rights.ts';
import { readConstants, setConstant } from '../../../runtime/records/constants.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { deleteRegisterRecord } from '../../../runtime/records/delete-register-record.ts';
import { listRecords } from '../../../runtime/records/list-records.ts';
import { readOptions, switchOption } from '../../../runtime/records/options.ts';
import { readRecord } from '../../../runtime/records/read-record.ts';
import { readSettings, setClosedPeriod } from '../../../runtime/records/settings.ts';
import { updateRecord } from '../../../runtime/records/update-record.ts';
import { openTrade, problemsOf, type Trade } from './trade.ts';

let trade: Trade;
let item: string;
let customer: string;
beforeAll(async () => {
  trade = await openTrade();
  item = await create('trade.Item', { description: 'Bolt' });
  customer = await create('trade.Partner', { description: 'Buyer', discount: '10' });
});
afterAll(() => trade[Symbol.asyncDispose]());

const create = async (path: string, values: Record<string, string | boolean | null>, more = {}) =>
  (await createRecord(trade.session, { path, write: { values, ...more } })).id;
const seller = () => {
  const user = { ...trade.session.user, roles: ['trade.Seller'] };
  return { ...trade.session, user, rights: rightsOf(user, trade.surroundings.infobase.configuration) };
};

describe('an option that is off', () => {
  it('leaves what it hides as it is stored, and gives new lines none', async () => {
    const line = { item, quantity: '1', price: '100' };
    const id = await create('trade.Sale', { customer }, { sections: { lines: [line] } });
    expect(await switchOption(trade.session, { path: 'trade.Discounts', on: false })).toEqual({
      'trade.Discounts': false,
    });
    const lines = [
      { ...line, discount: '50' },
      { ...line, discount: '50' },
    ];
    await updateRecord(trade.session, {
      path: 'trade.Sale',
      id,
      write: { version: 1, values: {}, sections: { lines } },
    });
    const view = await readRecord(trade.session, { path: 'trade.Sale', id });
    expect(view.sections['lines']?.map(({ discount, amount }) => [discount, amount])).toEqual([
      ['10.0000', '90.00'],
      [null, '100.00'],
    ]);
    await switchOption(trade.session, { path: 'trade.Discounts', on: true });
    expect(await readOptions(trade.session)).toEqual({ 'trade.Discounts': true });
  });

  it('is switched by administrators only', async () => {
    expect(await problemsOf(switchOption(seller(), { path: 'trade.Discounts', on: false }))).toMatchObject([
      { code: 'system-right-missing' },
    ]);
  });
});

describe('a constant', () => {
  it('is set, read and taken away', async () => {
    await setConstant(trade.session, { path: 'trade.CompanyName', value: 'Bolts & "Nuts"' });
    const stored = async () => (await readConstants(trade.session))['trade.CompanyName'];
    expect(await stored()).toEqual({ value: 'Bolts & "Nuts"' });
    await setConstant(trade.session, { path: 'trade.CompanyName', value: null });
    expect(await stored()).toEqual({ value: null });
  });

  it('of another type is refused, and so is whoever may not set it', async () => {
    const setting = setConstant(trade.session, { path: 'trade.CompanyName', value: true });
    expect(await problemsOf(setting)).toMatchObject([{ code: 'value-invalid' }]);
    expect(await problemsOf(setConstant(seller(), { path: 'trade.CompanyName', value: 'Mine' }))).toMatchObject([
      { code: 'right-missing' },
    ]);
  });
});

describe('the closed period', () => {
  it('is set and taken back, by those with the right', async () => {
    expect(await setClosedPeriod(trade.session, '2026-01-01')).toEqual({ closedPeriod: '2026-01-01' });
    expect(await problemsOf(setClosedPeriod(seller(), null))).toMatchObject([{ code: 'system-right-missing' }]);
    expect(await setClosedPeriod(trade.session, null)).toEqual(await readSettings(trade.session));
  });
});

describe('records of a register that people write', () => {
  it('are one per key and period, which is cut to the day', async () => {
    const id = await create('trade.Price', { item, price: '5', period: '2026-02-01' });
    expect(await problemsOf(create('trade.Price', { item, price: '6', period: '2026-02-01' }))).toMatchObject([
      { code: 'value-not-unique' },
    ]);
    await updateRecord(trade.session, { path: 'trade.Price', id, write: { version: 1, values: { price: '7' } } });
    const { rows } = await listRecords(trade.session, { path: 'trade.Price', filter: 'record.price == 7' });
    expect(rows.map(({ values }) => values)).toEqual([{ period: '2026-02-01', item, price: '7.0000' }]);
    await deleteRegisterRecord(trade.session, { path: 'trade.Price', id });
    expect((await listRecords(trade.session, { path: 'trade.Price' })).rows).toEqual([]);
  });

  it('are checked like any other', async () => {
    const problems = await problemsOf(create('trade.Price', { item: null, price: '-1' }));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['value-required', 'trade.Price.item'],
      ['check-failed', 'trade.Price.price'],
    ]);
  });

  it('are deleted without a mark, catalogs’ records are not', async () => {
    const deleting = deleteRegisterRecord(trade.session, { path: 'trade.Item', id: item });
    expect(await problemsOf(deleting)).toMatchObject([{ code: 'object-without-records' }]);
  });
});

describe('values', () => {
  it.each([
    [{ description: 7 }, 'value-invalid'],
    [{ description: 'x'.repeat(10_000) }, 'value-invalid'],
    [{ weight: 1.5 }, 'value-invalid'],
    [{ weight: '1e5' }, 'value-invalid'],
    [{ weight: '0.00001' }, 'value-invalid'],
    [{ isGroup: 'yes' }, 'value-invalid'],
    [{ parent: 'not an id' }, 'value-invalid'],
    [{ colour: 'red' }, 'attribute-unknown'],
    [{ constructor: 'x' }, 'attribute-unknown'],
  ])('that do not fit are refused: %j', async (values, code) => {
    const writing = createRecord(trade.session, {
      path: 'trade.Item',
      write: { values: { description: 'x', ...(values as object) } },
    });
    expect(await problemsOf(writing)).toMatchObject([{ code }]);
  });

  it('of a reference that may not be chosen are named as people know them', async () => {
    const group = await create('trade.Item', { description: 'Fasteners', isGroup: true });
    const sections = { lines: [{ item: group, quantity: '1', price: '1' }] };
    const [problem] = await problemsOf(create('trade.Sale', { customer }, { sections }));
    expect(problem).toMatchObject({
      code: 'choice-refused',
      section: 'lines',
      line: 1,
      parameters: { found: expect.stringContaining('Fasteners') },
    });
  });
});
