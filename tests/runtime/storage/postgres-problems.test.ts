import { expect, test } from 'vitest';
import { inTransaction } from '../../../runtime/storage/in-transaction.ts';
import { problemsOf } from '../../../runtime/storage/postgres-problems.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

const table = `create table "sales.Item" (
  id uuid primary key, "name" varchar(3) not null, price numeric(5, 2), kind uuid, size int,
  constraint "sales.Item.name:unique" unique (name),
  constraint "sales.Item.kind:reference" foreign key (kind) references "sales.Item",
  constraint "sales.Item.size:check" check (size > 0))`;

const one = '00000000-0000-0000-0000-000000000001';
const two = '00000000-0000-0000-0000-000000000002';

// statement · code · metadata path
const refused: [string, string, string | undefined][] = [
  [`insert into "sales.Item" (id, name) values ('${two}', 'old')`, 'value-not-unique', 'sales.Item.name'],
  [
    `insert into "sales.Item" (id, name, kind) values ('${two}', 'new', '${two.replace(/2$/, '9')}')`,
    'reference-broken',
    'sales.Item.kind',
  ],
  [`insert into "sales.Item" (id) values ('${two}')`, 'value-missing', 'sales.Item.name'],
  [`insert into "sales.Item" (id, name, size) values ('${two}', 'new', 0)`, 'value-refused', 'sales.Item.size'],
  [`insert into "sales.Item" (id, name) values ('${two}', 'long')`, 'value-too-long', undefined],
  [`insert into "sales.Item" (id, name, price) values ('${two}', 'new', 1000)`, 'value-out-of-range', undefined],
  [`insert into "sales.Item" (id, name) values ('two', 'new')`, 'value-malformed', undefined],
  [`select 1 / (size - size) from "sales.Item"`, 'division-by-zero', undefined],
  [`set local statement_timeout = 20; select pg_sleep(5)`, 'took-too-long', undefined],
];

test.each(refused)('%s is told as %s', async (statement, code, path) => {
  await using db = await testDatabase();
  await db.sql.unsafe(table);
  await db.sql.unsafe(`insert into "sales.Item" (id, name, size) values ('${one}', 'old', 1)`);
  const [problem] = problemsOf(await errorOf(db, statement)) ?? [];
  expect([problem?.code, problem?.path]).toEqual([code, path]);
});

test('a row that another transaction holds too long is told as the database being busy', async () => {
  await using db = await testDatabase();
  await db.sql.unsafe(table);
  await inTransaction(db, async holder => {
    await holder.sql.unsafe('lock table "sales.Item"');
    const error = await errorOf(db, `set local lock_timeout = 20; select from "sales.Item"`);
    expect(problemsOf(error)?.[0]?.code).toBe('database-busy');
  });
});

test('a full disk is told as the database having run out', async () => {
  await using db = await testDatabase();
  const full = `do $$ begin raise exception using errcode = '53100', message = 'no space left'; end $$`;
  expect(problemsOf(await errorOf(db, full))).toMatchObject([
    { code: 'database-exhausted', parameters: { reason: 'no space left' } },
  ]);
});

test('a function that refuses names its problems itself', async () => {
  await using db = await testDatabase();
  const problems = [{ code: 'record-not-found', path: 'sales.Item', line: 2, parameters: { object: 'Item' } }];
  const refuse = `do $$ begin raise exception using errcode = 'AUB01', message = 'refused', detail = '${JSON.stringify(problems)}'; end $$`;
  expect(problemsOf(await errorOf(db, refuse))).toEqual(problems);
});

test('a connection that is lost is told as the database being out of reach', async () => {
  await using db = await testDatabase();
  const error = await errorOf(db, 'select pg_terminate_backend(pg_backend_pid())');
  expect(problemsOf(error)?.[0]?.code).toBe('database-unreachable');
});

test('a mistake in a statement is nobody else’s problem', async () => {
  await using db = await testDatabase();
  expect(problemsOf(await errorOf(db, 'select from where'))).toBeUndefined();
  expect(problemsOf(new Error('something else'))).toBeUndefined();
});

function errorOf(db: TestDatabase, statement: string): Promise<unknown> {
  return inTransaction(db, tx => tx.sql.unsafe(statement)).then(
    () => undefined,
    (error: unknown) => error,
  );
}
