import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '../../../runtime/storage/in-transaction.ts';
import { testDatabase } from '../../support/database.ts';

test('values come back exactly, in their JSON forms', async () => {
  await using db = await testDatabase();
  const [row] = await db.sql`select
    123456789012345.10::numeric(20, 2) as decimal, 9007199254740993::int8 as long, 7::int4 as short,
    '2026-01-31'::date as date, '2026-01-31 10:00:00.5'::timestamp(3) as moment,
    '2026-01-31 10:00:00+03'::timestamptz as instant, '{"a": [1, "b"]}'::jsonb as json, array['a', 'b'] as texts`;
  expect(row).toEqual({
    decimal: '123456789012345.10',
    long: '9007199254740993',
    short: 7,
    date: '2026-01-31',
    moment: '2026-01-31T10:00:00.5',
    instant: '2026-01-31T07:00:00Z',
    json: { a: [1, 'b'] },
    texts: ['a', 'b'],
  });
});

test('values are bound in the forms they come back in', async () => {
  await using db = await testDatabase();
  const instant = '2026-01-31T07:00:00Z';
  const { rows } = await sql`select ${'0.10'}::numeric as decimal, ${'2026-01-31'}::date as date,
    ${'2026-01-31T10:00:00'}::timestamp as moment, ${instant}::timestamptz as instant, ${{ a: 1 }}::jsonb as json`.execute(
    db.query,
  );
  expect(rows).toEqual([
    { decimal: '0.10', date: '2026-01-31', moment: '2026-01-31T10:00:00', instant, json: { a: 1 } },
  ]);
});

test('every test has a database of its own', async () => {
  await using one = await testDatabase();
  await using other = await testDatabase();
  await one.sql`create table thing (id int)`;
  const found = await other.sql`select to_regclass('thing') as thing`;
  expect(found[0]?.thing).toBeNull();
});

test('a transaction that fails leaves nothing behind', async () => {
  await using db = await testDatabase();
  await db.sql`create table thing (id int)`;
  const work = inTransaction(db, async tx => {
    await tx.query.insertInto('thing').values({ id: 1 }).execute();
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await db.query.selectFrom('thing').selectAll().execute()).toEqual([]);
});

test('a transaction within a transaction joins it', async () => {
  await using db = await testDatabase();
  await db.sql`create table thing (id int)`;
  await inTransaction(db, async outer => {
    await inTransaction(outer, inner => inner.query.insertInto('thing').values({ id: 1 }).execute());
    expect(await outer.sql`select id from thing`).toEqual([{ id: 1 }]);
    expect(await db.sql`select id from thing`).toEqual([]);
  });
  expect(await db.sql`select id from thing`).toEqual([{ id: 1 }]);
});

test('two transactions that lock each other out both succeed in the end', async () => {
  await using db = await testDatabase();
  await db.sql`create table account (id int primary key, amount int)`;
  await db.sql`insert into account values (1, 0), (2, 0)`;
  const inOrder = (...ids: number[]) =>
    inTransaction(db, async tx => {
      for (const id of ids) {
        await tx.sql`update account set amount = amount + 1 where id = ${id}`;
        await tx.sql`select pg_sleep(0.05)`;
      }
    });
  await Promise.all([inOrder(1, 2), inOrder(2, 1)]);
  expect(await db.sql`select amount from account`).toEqual([{ amount: 2 }, { amount: 2 }]);
});
