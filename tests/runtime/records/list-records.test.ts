import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseRecords } from '../../../runtime/records/choose-records.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { type ListRequest, listRecords } from '../../../runtime/records/list-records.ts';
import { openTrade, problemsOf, type Trade } from './trade.ts';

let trade: Trade;
let group: string;
let partners: string[];
beforeAll(async () => {
  trade = await openTrade();
  group = await create('trade.Item', { description: 'Fasteners', isGroup: true });
  const weights = ['0.500', null, '2.000', '0.500', null, '10.000', '1.250'];
  for (const [index, weight] of weights.entries()) {
    await create('trade.Item', {
      description: `Bolt ${index}`,
      weight,
      parent: group,
      article: index % 2 === 0 ? `A_${index}` : null,
    });
  }
  partners = [];
  for (const name of ['Zeta', 'Alpha', 'Mu']) partners.push(await create('trade.Partner', { description: name }));
  for (const [index, partner] of [...partners, ...partners].entries()) {
    await create('trade.Receipt', { supplier: partner, date: `2026-01-0${index + 1}T00:00:00` });
  }
});
afterAll(() => trade[Symbol.asyncDispose]());

const create = async (path: string, values: Record<string, string | boolean | null>) =>
  (await createRecord(trade.session, { path, write: { values } })).id;

/** All rows, read page after page. */
async function everyPage(request: ListRequest) {
  const rows = [];
  for (let after: string | undefined; ; ) {
    const page = await listRecords(trade.session, { ...request, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    after = page.next;
  }
}

describe('a list', () => {
  it.each([
    [['weight']],
    [['-weight']],
    [['weight', '-code']],
    [['-weight', 'description']],
    [['isGroup', 'weight']],
    [['description']],
  ])('ordered by %j has the same rows page by page as at once', async order => {
    const whole = await listRecords(trade.session, { path: 'trade.Item', order, limit: 100 });
    const paged = await everyPage({ path: 'trade.Item', order, limit: 2 });
    expect(paged.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id));
    expect(new Set(paged.map(({ id }) => id)).size).toBe(8);
  });

  it('orders by a reference as it is shown, and shows it', async () => {
    const { rows } = await listRecords(trade.session, { path: 'trade.Receipt', order: ['supplier', '-date'] });
    expect(rows.map(({ shown }) => shown['supplier'])).toEqual(
      ['Alpha', 'Alpha', 'Mu', 'Mu', 'Zeta', 'Zeta'].map(name => expect.stringContaining(name)),
    );
  });

  it('walks references in fields and filters', async () => {
    const { rows, count } = await listRecords(trade.session, {
      path: 'trade.Receipt',
      fields: ['number', 'supplier.description'],
      filter: "document.supplier.description == 'Mu'",
      count: true,
    });
    expect(count).toBe(2);
    expect(rows.map(({ values }) => values['supplier.description'])).toEqual(['Mu', 'Mu']);
  });

  it('finds every word of a search in whatever the records are found by', async () => {
    const { rows } = await listRecords(trade.session, { path: 'trade.Item', search: 'bolt A_4' });
    expect(rows.map(({ values }) => values['description'])).toEqual(['Bolt 4']);
  });

  it('takes wildcards in a search for what they are', async () => {
    const { rows } = await listRecords(trade.session, { path: 'trade.Item', search: '%' });
    expect(rows).toEqual([]);
  });

  it('shows one level of a hierarchy', async () => {
    const top = await listRecords(trade.session, { path: 'trade.Item', parent: '' });
    expect(top.rows.map(({ id }) => id)).toEqual([group]);
    expect((await listRecords(trade.session, { path: 'trade.Item', parent: group })).rows).toHaveLength(7);
  });

  it.each([
    [{ order: ['colour'] }, 'expression-unknown-field'],
    [{ order: ['1; drop table x'] }, 'field-invalid'],
    [{ fields: ["code' or true"] }, 'field-invalid'],
    [{ filter: 'item.colour == 1' }, 'expression-unknown-field'],
    [{ filter: 'item.code' }, 'expression-result'],
    [{ after: 'nonsense' }, 'cursor-invalid'],
    [{ owner: '00000000-0000-0000-0000-000000000000' }, 'field-invalid'],
    [{ search: 'x'.repeat(300) }, 'search-too-long'],
  ])('refuses %j', async (request, code) => {
    const [problem] = await problemsOf(listRecords(trade.session, { path: 'trade.Item', ...request }));
    expect(problem?.code).toBe(code);
  });

  it('of an object that is not there is refused', async () => {
    for (const path of ['trade.Nothing', '__proto__', 'constructor']) {
      expect(await problemsOf(listRecords(trade.session, { path }))).toMatchObject([{ code: 'object-unknown' }]);
    }
  });
});

describe('a choice', () => {
  it('offers what was typed, with what tells namesakes apart', async () => {
    const [choice] = await chooseRecords(trade.session, {
      path: 'trade.Item',
      search: 'bolt A_2',
      filter: '!item.isGroup',
    });
    expect(choice?.presentation).toContain('Bolt 2');
    expect(choice?.detail).toContain('Fasteners');
  });

  it('leaves out what is marked for deletion', async () => {
    await sql`update ${sql.id('trade.Partner')} set "deletionMark" = true where id = ${partners[0]}::uuid`.execute(
      trade.database.query,
    );
    const choices = await chooseRecords(trade.session, { path: 'trade.Partner' });
    expect(choices.map(({ id }) => id)).not.toContain(partners[0]);
    expect(choices).toHaveLength(2);
  });
});
