import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setConstant } from '../../../runtime/records/constants.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { deleteMarked } from '../../../runtime/records/delete-marked.ts';
import { draftRecord } from '../../../runtime/records/draft-record.ts';
import { findReferences } from '../../../runtime/records/find-references.ts';
import { markRecord } from '../../../runtime/records/mark-record.ts';
import { openTrade, problemsOf, type Trade } from './trade.ts';

let trade: Trade;
let item: string;
let partner: string;
beforeAll(async () => {
  trade = await openTrade();
  item = await create('trade.Item', { description: 'Bolt' });
  partner = await create('trade.Partner', { description: 'Buyer', discount: '10' });
  await create('trade.Price', { item, price: '100', period: '2026-01-01' });
});
afterAll(() => trade[Symbol.asyncDispose]());

const create = async (path: string, values: Record<string, string | boolean | null>, more = {}) =>
  (await createRecord(trade.session, { path, write: { values, ...more } })).id;
const draft = (path: string, request: Parameters<typeof draftRecord>[1]['request']) =>
  draftRecord(trade.session, { path, request });

describe('a draft', () => {
  it('has defaults, prices of the day and formulas, and writes nothing', async () => {
    const made = await draft('trade.Sale', {
      values: { customer: partner },
      sections: { lines: [{ item, quantity: '2' }] },
    });
    expect(made.values).toMatchObject({ number: null, date: '2026-03-10T12:00:00', total: '180.00' });
    expect(made.sections['lines']).toMatchObject([
      { quality: 'good', price: '100.0000', discount: '10.0000', amount: '180.00' },
    ]);
    expect(made.shown[item]).toContain('Bolt');
    expect(await trade.database.sql`select 1 from "trade.Sale"`).toHaveLength(0);
  });

  it('asks for nothing that is missing yet', async () => {
    expect((await draft('trade.Sale', { values: {} })).values).toMatchObject({ customer: null, total: '0.00' });
  });

  it('copies a record without its number', async () => {
    const sections = { lines: [{ item, quantity: '3', price: '7' }] };
    const receipt = await create('trade.Receipt', { supplier: partner, comment: 'first' }, { sections });
    const made = await draft('trade.Receipt', { copyOf: receipt });
    expect(made.values).toMatchObject({
      number: null,
      supplier: partner,
      comment: 'first',
      posted: false,
      total: '21.00',
    });
  });

  it('is filled in from the document it is based on', async () => {
    const sections = { lines: [{ item, quantity: '3', price: '7', quality: 'defective' }] };
    const receipt = await create('trade.Receipt', { supplier: partner, comment: 'from stock' }, { sections });
    const made = await draft('trade.Sale', { basis: { type: 'trade.Receipt', id: receipt } });
    expect(made.values).toMatchObject({ comment: 'from stock' });
    expect(made.sections['lines']).toMatchObject([{ item, quantity: '3.000', quality: 'defective' }]);
  });

  it('is not based on what the configuration does not name', async () => {
    const basis = { type: 'trade.Partner', id: partner };
    expect(await problemsOf(draft('trade.Sale', { basis }))).toMatchObject([{ code: 'basis-unsupported' }]);
  });
});

describe('a record that is used', () => {
  it('is found wherever it is used', async () => {
    const lonely = await create('trade.Item', { description: 'Lonely' });
    const receipt = await create(
      'trade.Receipt',
      { supplier: partner },
      { sections: { lines: [{ item: lonely, quantity: '1', price: '1' }] } },
    );
    const price = await create('trade.Price', { item: lonely, price: '5', period: '2026-02-01' });
    const found = await findReferences(trade.session, { path: 'trade.Item', id: lonely });
    expect(found.map(({ path, attribute, id }) => [path, attribute, id])).toEqual(
      expect.arrayContaining([
        ['trade.Receipt', 'lines.item', receipt],
        ['trade.Price', 'item', price],
      ]),
    );
    expect(found).toHaveLength(2);
  });

  it('is not deleted, and neither is one that is not marked', async () => {
    const used = await create('trade.Item', { description: 'Used' });
    await create('trade.Price', { item: used, price: '5', period: '2026-02-02' });
    const remove = () => deleteMarked(trade.session, { path: 'trade.Item', ids: [used] });
    expect(await remove()).toMatchObject({ deleted: [], kept: [{ id: used, problems: [{ code: 'not-marked' }] }] });
    await markRecord(trade.session, { path: 'trade.Item', id: used, version: 1 });
    const { deleted, kept } = await remove();
    expect(deleted).toEqual([]);
    expect(kept).toMatchObject([
      {
        presentation: expect.stringContaining('Used'),
        problems: [{ code: 'still-used', message: expect.stringContaining('Price') }],
        references: [{ path: 'trade.Price', attribute: 'item' }],
      },
    ]);
  });

  it('is kept by a record that stays, and others go', async () => {
    const [above, below, free] = [
      await create('trade.Item', { description: 'Above', isGroup: true }),
      await create('trade.Item', { description: 'Between', isGroup: true }),
      await create('trade.Item', { description: 'Free' }),
    ];
    const inside = await create('trade.Item', { description: 'Inside', parent: below });
    await trade.database.sql`update "trade.Item" set parent = ${above}::uuid where id = ${below}::uuid`;
    await create('trade.Price', { item: inside, price: '5', period: '2026-02-03' });
    const ids = [above, below, free, inside];
    for (const id of ids) await markRecord(trade.session, { path: 'trade.Item', id, version: 1 });
    const { deleted, kept } = await deleteMarked(trade.session, { path: 'trade.Item', ids });
    expect(deleted).toEqual([free]);
    expect(kept.map(({ id }) => id).toSorted()).toEqual([above, below, inside].toSorted());
  });

  it('by a constant is found there, and not deleted', async () => {
    const warehouse = await create('trade.Warehouse', { description: 'Home' });
    await setConstant(trade.session, { path: 'trade.HomeWarehouse', value: warehouse });
    expect(await findReferences(trade.session, { path: 'trade.Warehouse', id: warehouse })).toEqual([
      { path: 'trade.HomeWarehouse', attribute: '', presentation: 'Home warehouse' },
    ]);
    await markRecord(trade.session, { path: 'trade.Warehouse', id: warehouse, version: 1 });
    const remove = () => deleteMarked(trade.session, { path: 'trade.Warehouse', ids: [warehouse] });
    expect((await remove()).kept).toMatchObject([
      { problems: [{ code: 'still-used' }], references: [{ path: 'trade.HomeWarehouse' }] },
    ]);
    await setConstant(trade.session, { path: 'trade.HomeWarehouse', value: null });
    expect(await remove()).toEqual({ deleted: [warehouse], kept: [] });
  });

  it('is deleted together with all that uses it', async () => {
    const group = await create('trade.Item', { description: 'Group', isGroup: true });
    const child = await create('trade.Item', { description: 'Child', parent: group });
    for (const id of [group, child]) await markRecord(trade.session, { path: 'trade.Item', id, version: 1 });
    expect((await deleteMarked(trade.session, { path: 'trade.Item', ids: [group] })).kept).toMatchObject([
      { problems: [{ code: 'still-used' }] },
    ]);
    const { deleted } = await deleteMarked(trade.session, { path: 'trade.Item', ids: [group, child] });
    expect(deleted.toSorted()).toEqual([group, child].toSorted());
  });
});
