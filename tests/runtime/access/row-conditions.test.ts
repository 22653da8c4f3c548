import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkExpression, type Expression, type Operation, operationTitles, rowType, userType } from '#platform';
import { allRights, type Rights } from '../../../runtime/access/rights.ts';
import { metadataLookup } from '../../../runtime/query/metadata-lookup.ts';
import { chooseRecords } from '../../../runtime/records/choose-records.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { findReferences } from '../../../runtime/records/find-references.ts';
import { listRecords } from '../../../runtime/records/list-records.ts';
import { readRecord } from '../../../runtime/records/read-record.ts';
import { updateRecord } from '../../../runtime/records/update-record.ts';
import type { Session } from '../../../runtime/session/session.ts';
import { openTrade, problemsOf, type Trade } from '../records/trade.ts';

let trade: Trade;
const user = '11111111-1111-1111-1111-111111111111';
const partners: string[] = [];
const warehouses: string[] = [];
const receipts: string[] = [];
let item: string;

beforeAll(async () => {
  trade = await openTrade();
  item = await create('trade.Item', { description: 'Bolt' });
  for (const [index, name] of ['North', 'South', 'East'].entries()) {
    warehouses.push(await create('trade.Warehouse', { description: name }));
    partners.push(await create('trade.Partner', { description: `${name} trader`, discount: String(index * 10) }));
  }
  for (let index = 0; index < 27; index += 1) {
    const [supplier = '', warehouse = ''] = [partners[index % 3], warehouses[Math.floor(index / 3) % 3]];
    receipts.push(
      await create('trade.Receipt', { supplier, warehouse, comment: index % 4 === 0 ? null : `no ${index % 4}` }),
    );
  }
  await trade.database.sql`insert into "_users" (id, login, name, language) values (${user}, 'ann', 'Ann', 'en')`;
  const object = trade.surroundings.infobase.configuration.objects['trade.Warehouse']?.id ?? '';
  await trade.database
    .sql`insert into "_allowed" ("user", object, record) values (${user}, ${object}, ${warehouses[0] ?? ''})`;
});
afterAll(() => trade[Symbol.asyncDispose]());

const create = async (path: string, values: Record<string, string | boolean | null>) =>
  (await createRecord(trade.session, { path, write: { values } })).id;

function condition(path: string, text: string): Expression {
  const { configuration } = trade.surroundings.infobase;
  const subject = configuration.objects[path]?.entity?.subject ?? 'record';
  const variables = { [subject]: rowType(path), user: userType };
  const checked = checkExpression(text, { variables, package: 'trade', lookup: metadataLookup(configuration), path });
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  return checked.expression;
}

type Granted = Partial<Record<string, boolean | readonly string[]>>;

/** Ann, with these rights to every operation on these objects and none to any other. */
function annWith(granted: Granted): Session {
  const on: Rights['on'] = path => {
    const grant = granted[path] ?? false;
    return typeof grant === 'boolean' ? grant : grant.map(text => condition(path, text));
  };
  const ann = { id: user, login: 'ann', name: 'Ann', language: 'en', roles: [] } as const;
  return { ...trade.session, user: ann, rights: { on, system: new Set() } };
}

/** What a condition on a receipt means, told without SQL. */
const conditions: readonly (readonly [string, (receipt: number) => boolean])[] = [
  ['document.warehouse in allowed(Warehouse)', index => Math.floor(index / 3) % 3 === 0],
  ['document.supplier.discount > 0', index => index % 3 !== 0],
  ["document.comment == 'no 1'", index => index % 4 === 1],
  ['document.comment == null', index => index % 4 === 0],
  ["document.warehouse.description == 'South'", index => Math.floor(index / 3) % 3 === 1],
  ["user.login == 'ann' && document.supplier.discount == 20", index => index % 3 === 2],
  ["user.login == 'bob'", () => false],
];

describe('row conditions', () => {
  it('make of every list exactly what one would pick by hand, page by page, filtered, counted and searched', async () => {
    const roles = fc.subarray([...conditions], { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        roles,
        fc.constantFrom(...conditions),
        fc.integer({ min: 1, max: 9 }),
        async (granted, filter, limit) => {
          const ann = annWith({
            'trade.Receipt': granted.map(([text]) => text),
            'trade.Partner': true,
            'trade.Warehouse': true,
          });
          const expected = receipts.filter((_, index) => granted.some(([, holds]) => holds(index)) && filter[1](index));
          const seen: string[] = [];
          for (let after: string | undefined; ; ) {
            const request = {
              path: 'trade.Receipt',
              filter: filter[0],
              limit,
              count: true,
              order: ['supplier', 'number'],
            };
            const page = await listRecords(ann, { ...request, ...(after === undefined ? {} : { after }) });
            expect(page.count).toBe(expected.length);
            seen.push(...page.rows.map(({ id }) => id));
            if (page.next === undefined) break;
            after = page.next;
          }
          expect(seen.toSorted()).toEqual(expected.toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('hide a record from reading, changing and finding alike, as if it were not there', async () => {
    const ann = annWith({ 'trade.Receipt': ['document.warehouse in allowed(Warehouse)'], 'trade.Partner': true });
    const hidden = receipts[4] ?? '';
    const nowhere = '22222222-2222-2222-2222-222222222222';
    for (const id of [hidden, nowhere]) {
      const path = 'trade.Receipt';
      expect(await problemsOf(readRecord(ann, { path, id }))).toMatchObject([{ code: 'record-not-found' }]);
      const change = updateRecord(ann, { path, id, write: { version: 1, values: { comment: 'mine' } } });
      expect(await problemsOf(change)).toMatchObject([{ code: 'record-not-found' }]);
      expect(await problemsOf(findReferences(ann, { path, id }))).toMatchObject([{ code: 'record-not-found' }]);
    }
  });

  it('must hold for what a record becomes, not only for what it was', async () => {
    const ann = annWith({
      'trade.Receipt': ['document.warehouse in allowed(Warehouse)'],
      'trade.Warehouse': true,
      'trade.Partner': true,
    });
    const id = receipts[0] ?? '';
    const values = { warehouse: warehouses[1] ?? '' };
    const moving = updateRecord(ann, { path: 'trade.Receipt', id, write: { version: 1, values } });
    expect(await problemsOf(moving)).toMatchObject([{ code: 'record-right-missing' }]);
    expect((await readRecord(ann, { path: 'trade.Receipt', id })).values['warehouse']).toBe(warehouses[0]);
    const making = createRecord(ann, {
      path: 'trade.Receipt',
      write: { values: { ...values, supplier: partners[0] ?? '' } },
    });
    expect(await problemsOf(making)).toMatchObject([{ code: 'record-right-missing' }]);
  });

  it('give no shown text, field, filter or order of a record that is not open', async () => {
    const open = annWith({ 'trade.Receipt': true, 'trade.Partner': ['item.discount > 0'] });
    const request = { path: 'trade.Receipt', fields: ['supplier', 'supplier.description'], limit: 100 };
    const { rows } = await listRecords(open, request);
    for (const { values, shown } of rows) {
      const hidden = values['supplier'] === partners[0];
      expect(values['supplier.description'] === null).toBe(hidden);
      expect(shown['supplier'] === undefined).toBe(hidden);
    }
    const asked = await listRecords(open, { ...request, filter: "document.supplier.description == 'North trader'" });
    expect(asked.rows).toEqual([]);
  });

  it('keep choices to what is open', async () => {
    const ann = annWith({ 'trade.Partner': ['item.discount > 0'] });
    expect(
      (await chooseRecords(ann, { path: 'trade.Partner', search: 'trader' })).map(({ id }) => id).toSorted(),
    ).toEqual(partners.slice(1).toSorted());
  });

  it('do not let a reference be written to a record that is not open, nor tell whether it is there', async () => {
    const ann = annWith({ 'trade.Receipt': true, 'trade.Partner': ['item.discount > 0'], 'trade.Warehouse': true });
    for (const supplier of [partners[0] ?? '', '22222222-2222-2222-2222-222222222222']) {
      const writing = createRecord(ann, { path: 'trade.Receipt', write: { values: { supplier } } });
      expect(await problemsOf(writing)).toMatchObject([
        { code: 'reference-not-found', path: 'trade.Receipt.supplier' },
      ]);
    }
  });
});

describe('without a right', () => {
  const nothing = () => annWith({});
  it.each<[Operation, () => Promise<unknown>]>([
    ['read', () => listRecords(nothing(), { path: 'trade.Item' })],
    ['read', () => readRecord(nothing(), { path: 'trade.Item', id: item })],
    ['read', () => chooseRecords(nothing(), { path: 'trade.Item' })],
    ['create', () => createRecord(nothing(), { path: 'trade.Item', write: { values: {} } })],
    ['update', () => updateRecord(nothing(), { path: 'trade.Item', id: item, write: { version: 1, values: {} } })],
  ])('to %s, it is named', async (operation, work) => {
    expect(await problemsOf(work())).toMatchObject([
      { code: 'right-missing', path: 'trade.Item', parameters: { operation: operationTitles[operation] } },
    ]);
  });

  it('to a register, no filter may ask about it', async () => {
    const ann = annWith({ 'trade.Item': true });
    const asking = listRecords(ann, { path: 'trade.Item', filter: 'latest(Price, {item: item}).price > 1' });
    expect(await problemsOf(asking)).toMatchObject([{ code: 'right-missing', path: 'trade.Price' }]);
  });

  it('to post, a posted document cannot be changed', async () => {
    const supplier = partners[1] ?? '';
    const sections = { lines: [{ item, quantity: '1', price: '1' }] };
    const { id, version } = await createRecord(trade.session, {
      path: 'trade.Receipt',
      write: { values: { supplier }, sections, post: true },
    });
    const ann: Session = { ...trade.session, rights: { ...allRights, on: (_, operation) => operation !== 'post' } };
    const change = updateRecord(ann, { path: 'trade.Receipt', id, write: { version, values: { comment: 'x' } } });
    expect(await problemsOf(change)).toMatchObject([
      { code: 'record-right-missing', parameters: { operation: { en: 'posting' } } },
    ]);
  });

  it('the same answer costs no writes', async () => {
    const { rows } = await sql<{
      count: string;
    }>`select count(*) as count from "_changes" where fields @> '{warehouse}'`.execute(trade.database.query);
    expect(rows[0]?.count).toBe('0');
  });
});
