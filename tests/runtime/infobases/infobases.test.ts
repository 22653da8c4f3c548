import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ProblemError } from '#platform';
import { copyInfobase } from '../../../runtime/infobases/copy-infobase.ts';
import { createInfobase } from '../../../runtime/infobases/create-infobase.ts';
import { dropInfobase } from '../../../runtime/infobases/drop-infobase.ts';
import { listInfobases } from '../../../runtime/infobases/infobase-register.ts';
import { openInfobase } from '../../../runtime/infobases/open-infobase.ts';
import { openServer, requireVersion } from '../../../runtime/infobases/server.ts';
import { testDatabase, testInfobase } from '../../support/database.ts';
import { fixtureConfiguration } from '../../support/fixture-configuration.ts';

test('an infobase of a fixture is there, empty but for predefined records', async () => {
  await using db = await testInfobase('trade');
  expect(await db.sql`select code, description, predefined from "trade.Warehouse"`).toEqual([
    { code: '0001', description: 'Main warehouse', predefined: 'main' },
  ]);
});

test('a new infobase is listed, opens with its configuration, and its name is taken', async () => {
  await using db = await testDatabase();
  await using server = await openServer({ url: db.url, random: randomBytes });
  const configuration = await fixtureConfiguration('trade');
  await createInfobase(server, { name: 'shop', title: 'The shop', configuration });
  expect(await listInfobases(server)).toEqual([{ name: 'shop', title: 'The shop' }]);
  await using infobase = await openInfobase(server, 'shop');
  expect(infobase.configuration).toEqual(configuration);
  const again = createInfobase(server, { name: 'shop', title: 'Another', configuration });
  expect(await codesOf(again)).toEqual(['infobase-exists']);
});

test('names that addresses or PostgreSQL need are refused', async () => {
  await using db = await testDatabase();
  await using server = await openServer({ url: db.url, random: randomBytes });
  const configuration = await fixtureConfiguration('trade');
  for (const name of ['aubade', 'public', 'pg-one', 'infobases', 'Shop', 'my shop', '1st', '', 'a'.repeat(41)]) {
    expect(await codesOf(createInfobase(server, { name, title: '', configuration }))).toEqual([
      'infobase-name-invalid',
    ]);
  }
});

test('a copy has everything and lives its own life', async () => {
  await using db = await testInfobase('trade');
  await using server = await openServer({ url: db.url, random: randomBytes });
  await db.sql`insert into "trade.Partner" (id, code, description) values (${one}, 'P-00001', 'Ann')`;
  await db.sql`insert into "_changes" (object, record, version, "changedAt") values ('x', ${one}, 1, now())`;
  await db.sql`insert into "_numbers" values ('P-', 1)`;
  await db.sql.unsafe(`create sequence "_numbers:I-"; select setval('"_numbers:I-"', 41)`);
  await copyInfobase(server, { from: 'main', name: 'copy', title: 'Copy' });
  await using copy = await openInfobase(server, 'copy');
  await db.sql`update "trade.Partner" set description = 'Bob'`;
  expect(await copy.database.sql`select id, code, description from "trade.Partner"`).toEqual([
    { id: one, code: 'P-00001', description: 'Ann' },
  ]);
  expect(await copy.database.sql`select last from "_numbers"`).toEqual([{ last: '1' }]);
  expect(await copy.database.sql`select nextval('"_numbers:I-"')`).toEqual([{ nextval: '42' }]);
  const [next] = await copy.database.sql`
    insert into "_changes" (object, record, version, "changedAt") values ('x', ${one}, 2, now()) returning id`;
  expect(next).toEqual({ id: '2' });
  expect(await shapeOf(copy.database.sql, 'copy')).toEqual(await shapeOf(db.sql, 'main'));
});

test('an infobase is dropped only by whoever repeats its name', async () => {
  await using db = await testInfobase('trade');
  await using server = await openServer({ url: db.url, random: randomBytes });
  expect(await codesOf(dropInfobase(server, { name: 'other', confirm: 'other' }))).toEqual(['infobase-missing']);
  expect(await codesOf(dropInfobase(server, { name: 'main', confirm: 'yes' }))).toEqual(['infobase-name-unconfirmed']);
  await dropInfobase(server, { name: 'main', confirm: 'main' });
  expect(await listInfobases(server)).toEqual([]);
  expect(await codesOf(openInfobase(server, 'main'))).toEqual(['infobase-missing']);
});

test('a server out of reach is told as such', async () => {
  const url = 'postgresql://nobody@localhost/none?host=/nowhere';
  expect(await codesOf(openServer({ url, random: randomBytes }))).toEqual(['database-unreachable']);
});

test('a PostgreSQL before 15 is refused', () => {
  expect(() => requireVersion('14.11 (Debian 14.11-1)')).toThrow('database-too-old');
  expect(() => requireVersion('15.0')).not.toThrow();
});

test('a schema in which nothing is installed does not open', async () => {
  await using db = await testDatabase();
  await using server = await openServer({ url: db.url, random: randomBytes });
  await db.sql`insert into aubade.infobases (name, title) values ('main', 'Nothing')`;
  expect(await codesOf(openInfobase(server, 'main'))).toEqual(['infobase-empty']);
});

const one = '00000000-0000-7000-8000-000000000001';

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (error instanceof ProblemError) return error.problems.map(({ code }) => code);
  throw error ?? new Error('Nothing was refused.');
}

/** Tables, columns, indexes, constraints and functions of a schema, whatever its name. */
function shapeOf(sql: Awaited<ReturnType<typeof testDatabase>>['sql'], schema: string) {
  return sql`
    select 'column' as part, table_name || '.' || column_name as name, data_type as detail
    from information_schema.columns where table_schema = ${schema}
    union all select 'index', indexname, replace(indexdef, ${`${schema}.`}, '') from pg_indexes where schemaname = ${schema}
    union all select 'constraint', conname, replace(pg_get_constraintdef(oid), ${`${schema}.`}, '')
    from pg_constraint where connamespace = ${schema}::regnamespace
    union all select 'function', proname, md5(prosrc) from pg_proc where pronamespace = ${schema}::regnamespace
    order by 1, 2, 3`;
}
