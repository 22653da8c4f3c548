import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { markRecord, unmarkRecord } from '../../../runtime/records/mark-record.ts';
import { readRecord } from '../../../runtime/records/read-record.ts';
import { updateRecord } from '../../../runtime/records/update-record.ts';
import { openTrade, problemsOf, type Trade } from './trade.ts';

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade[Symbol.asyncDispose]());

const create = async (path: string, values: Record<string, string | boolean | null>, more = {}) =>
  (await createRecord(trade.session, { path, write: { values, ...more } })).id;
const read = (path: string, id: string) => readRecord(trade.session, { path, id });
const update = (path: string, id: string, write: Parameters<typeof updateRecord>[1]['write']) =>
  updateRecord(trade.session, { path, id, write });

async function receipt(lines: Record<string, string>[], more = {}) {
  const supplier = await create('trade.Partner', { description: 'Steel & Co' });
  return create('trade.Receipt', { supplier, date: '2026-03-01T09:30:00' }, { sections: { lines }, ...more });
}

describe('a change', () => {
  it('leaves out what it does not name and counts the version up', async () => {
    const id = await create('trade.Item', { description: 'Bolt', article: 'B-1' });
    expect(await update('trade.Item', id, { version: 1, values: { description: 'Long bolt' } })).toMatchObject({
      version: 2,
    });
    expect((await read('trade.Item', id)).values).toMatchObject({ description: 'Long bolt', article: 'B-1' });
  });

  it('that changes nothing leaves the version', async () => {
    const id = await create('trade.Item', { description: 'Nut' });
    expect(await update('trade.Item', id, { version: 1, values: { description: 'Nut' } })).toMatchObject({
      version: 1,
    });
  });

  it('of an older version names who was faster, when, and what changed', async () => {
    const id = await create('trade.Item', { description: 'Washer' });
    await trade.database.sql`
      insert into "_users" (id, login, name, language) values (${trade.session.user.id}, 'ann', 'Ann', 'en') on conflict do nothing`;
    await update('trade.Item', id, { version: 1, values: { description: 'Flat washer', article: 'W-1' } });
    const [problem] = await problemsOf(update('trade.Item', id, { version: 1, values: { weight: '1' } }));
    expect(problem).toMatchObject({
      code: 'version-conflict',
      parameters: { who: 'Ann', when: '2026-03-10T12:00:00Z', fields: { en: expect.stringContaining('Article') } },
    });
  });

  it('without a version is refused', async () => {
    const id = await create('trade.Item', { description: 'Screw' });
    expect(await problemsOf(update('trade.Item', id, { values: {} }))).toMatchObject([{ code: 'version-missing' }]);
  });

  it('rewrites only the lines that differ and computes the total anew', async () => {
    const item = await create('trade.Item', { description: 'Beam' });
    const line = { item, quantity: '1', price: '10' };
    const id = await receipt([line, line, line]);
    const untouched = () =>
      trade.database.sql`select xmin::text from "trade.Receipt.lines" where record = ${id} and line = 1`;
    const before = await untouched();
    await update('trade.Receipt', id, {
      version: 1,
      values: {},
      sections: { lines: [line, { ...line, quantity: '5' }] },
    });
    expect(await untouched()).toEqual(before);
    const view = await read('trade.Receipt', id);
    expect(view.values['total']).toBe('60.00');
    expect(view.sections['lines']).toHaveLength(2);
  });

  it('that does not send a section keeps its lines', async () => {
    const item = await create('trade.Item', { description: 'Rail' });
    const id = await receipt([{ item, quantity: '2', price: '3' }]);
    await update('trade.Receipt', id, { version: 1, values: { comment: 'checked' } });
    expect(await read('trade.Receipt', id)).toMatchObject({
      values: { comment: 'checked', total: '6.00' },
      sections: { lines: [{ quantity: '2.000' }] },
    });
  });

  it('of what only the server writes is passed over', async () => {
    const item = await create('trade.Item', { description: 'Pipe' });
    const id = await receipt([{ item, quantity: '2', price: '3', amount: '999' }]);
    await update('trade.Receipt', id, { version: 1, values: { posted: true, total: '1', deletionMark: true } });
    expect((await read('trade.Receipt', id)).values).toMatchObject({
      posted: false,
      deletionMark: false,
      total: '6.00',
    });
  });
});

describe('places in a hierarchy', () => {
  it('are below groups only', async () => {
    const parent = await create('trade.Item', { description: 'An item' });
    const refused = await problemsOf(create('trade.Item', { description: 'Below', parent }));
    expect(refused).toMatchObject([{ code: 'parent-not-a-group' }]);
  });

  it('never close a circle', async () => {
    const top = await create('trade.Item', { description: 'Top', isGroup: true });
    const middle = await create('trade.Item', { description: 'Middle', isGroup: true, parent: top });
    const bottom = await create('trade.Item', { description: 'Bottom', isGroup: true, parent: middle });
    const refused = await problemsOf(update('trade.Item', top, { version: 1, values: { parent: bottom } }));
    expect(refused).toMatchObject([{ code: 'parent-below-itself' }]);
  });

  it('are not taken by items in documents', async () => {
    const group = await create('trade.Item', { description: 'Fasteners', isGroup: true });
    const refused = await problemsOf(receipt([{ item: group, quantity: '1', price: '1' }]));
    expect(refused).toMatchObject([{ code: 'choice-refused', line: 1, path: 'trade.Receipt.lines.item' }]);
  });
});

describe('a deletion mark', () => {
  it('takes back the movements of a posted document', async () => {
    const item = await create('trade.Item', { description: 'Plate' });
    const id = await receipt([{ item, quantity: '2', price: '3' }], { post: true });
    const movements = () => trade.database.sql`select 1 from "trade.Stock" where recorder = ${id}`;
    expect(await movements()).toHaveLength(1);
    const { version } = await read('trade.Receipt', id);
    await markRecord(trade.session, { path: 'trade.Receipt', id, version });
    expect(await movements()).toHaveLength(0);
    expect((await read('trade.Receipt', id)).values).toMatchObject({ posted: false, deletionMark: true });
  });

  it('keeps a document from being posted until it is taken away', async () => {
    const item = await create('trade.Item', { description: 'Sheet' });
    const id = await receipt([{ item, quantity: '2', price: '3' }]);
    const marked = await markRecord(trade.session, { path: 'trade.Receipt', id, version: 1 });
    const posting = () => update('trade.Receipt', id, { version: marked.version, values: {}, post: true });
    expect(await problemsOf(posting())).toMatchObject([{ code: 'marked-not-posted' }]);
    const free = await unmarkRecord(trade.session, { path: 'trade.Receipt', id, version: marked.version });
    await update('trade.Receipt', id, { version: free.version, values: {}, post: true });
    expect((await read('trade.Receipt', id)).values).toMatchObject({ posted: true });
  });

  it('is refused by a predefined record', async () => {
    const [main] = await trade.database.sql`select id from "trade.Warehouse" where predefined = 'main'`;
    const refused = markRecord(trade.session, { path: 'trade.Warehouse', id: String(main?.['id']), version: 1 });
    expect(await problemsOf(refused)).toMatchObject([{ code: 'predefined-stays' }]);
  });
});
