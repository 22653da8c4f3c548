import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseRecords } from '../../../runtime/records/choose-records.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { type ListRequest, listRecords } from '../../../runtime/records/list-records.ts';
import { kyselyOver } from '../../../runtime/storage/kysely-over.ts';
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

  it('orders texts as people do: no letter far from its like, case and accents last; codes go by their characters', async () => {
    const names = ['ель', 'Ёлка', 'Яблоко', 'ёлка', 'Zebra', 'елка', 'apple', 'Жук', 'Äpfel', 'банан'];
    for (const [index, description] of names.entries()) {
      await create('trade.Warehouse', { description, code: index % 2 === 0 ? `a${index}` : `B${index}` });
    }
    const listed = async (order: readonly string[]) => {
      const request = { path: 'trade.Warehouse', order, filter: "item.code != '0001'", limit: 3 };
      return (await everyPage(request)).map(({ values }) => values);
    };
    const described = (await listed(['description'])).map(values => values['description']);
    const expected = ['Äpfel', 'apple', 'Zebra', 'банан', 'елка', 'ёлка', 'Ёлка', 'ель', 'Жук', 'Яблоко'];
    expect(described).toEqual(expected);
    expect((await listed(['-description'])).map(values => values['description'])).toEqual(expected.toReversed());
    expect((await listed(['code'])).map(values => String(values['code']).charAt(0)).join('')).toBe('BBBBBaaaaa');
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

describe('a page of a large list', () => {
  const rows = 20_000;
  beforeAll(async () => {
    await trade.database.sql.unsafe(`insert into "trade.Partner" (id, code, description)
      select gen_random_uuid(), 'X' || n, md5(n::text) from generate_series(1, ${rows}) n`);
    await trade.database.sql.unsafe('analyze "trade.Partner"');
  });
  afterAll(() => trade.database.sql.unsafe(`delete from "trade.Partner" where code like 'X%'`));

  it.each([
    ['from the beginning', {}],
    ['from its end', { order: ['-description'] }],
  ])('is read from the index of its order: %s', async (_, request) => {
    const first = await plansOf(request);
    const second = await plansOf({ ...request, ...(first.next === undefined ? {} : { after: first.next }) });
    for (const plan of [first.plan, second.plan]) {
      expect(plan).toContain('"trade.Partner:order"');
      expect(plan).not.toContain('Seq Scan');
    }
  });

  /** How PostgreSQL reads one page. */
  async function plansOf(request: Partial<ListRequest>) {
    const { sql } = trade.database;
    const asked: { text: string; parameters: unknown[] }[] = [];
    const recording = new Proxy(sql, {
      get: (target, name) =>
        name !== 'unsafe'
          ? Reflect.get(target, name)
          : (text: string, parameters: never[], options: object) => {
              asked.push({ text, parameters });
              return target.unsafe(text, parameters, options);
            },
    });
    const database = { ...trade.database, query: kyselyOver(recording) };
    const page = await listRecords({ ...trade.session, database }, { path: 'trade.Partner', ...request });
    const [list] = asked.filter(({ text }) => text.includes('limit'));
    const plan = await sql.unsafe(`explain ${list?.text}`, (list?.parameters ?? []) as never[]);
    return { plan: plan.map(row => row['QUERY PLAN']).join('\n'), next: page.next };
  }
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
