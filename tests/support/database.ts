import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import type { DatabasePool } from '../../runtime/storage/database.ts';
import { openDatabase } from '../../runtime/storage/open-database.ts';

/** Names the server that `start-postgres.ts` started. */
export const serverVariable = 'AUBADE_TEST_SERVER';

/** A database of a test's own, dropped when it is disposed of. */
export interface TestDatabase extends DatabasePool {
  /** For programs that open connections themselves. */
  readonly url: string;
}

const template = 'aubade_template';
const schema = 'main';

/**
 * An empty schema in a new database of its own: `await using db = await testDatabase()`. The schema's name is `main`;
 * the extensions that infobases need are there.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return cloneOf(template);
}

/** A new database made from another one, which nobody may be connected to. */
export async function cloneOf(source: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(sql => sql`create database ${sql(name)} template ${sql(source)}`);
  const url = databaseUrl(name);
  const pool = openDatabase({ url, schema, max: 8, random: randomBytes });
  const close = async () => {
    await pool.close();
    await onServer(sql => sql`drop database ${sql(name)} with (force)`);
  };
  return { ...pool, url, close, [Symbol.asyncDispose]: close };
}

/** Makes the empty template, unless the server has it from an earlier run. */
export async function prepareServer(url: string): Promise<void> {
  const found = await onServer(sql => sql`select 1 from pg_database where datname = ${template}`, url);
  if (found.length > 0) return;
  await onServer(sql => sql`create database ${sql(template)}`, url);
  const prepare = async (sql: Sql) => {
    await sql`create extension pg_trgm schema public`;
    await sql`create schema ${sql(schema)}`;
  };
  await onServer(prepare, databaseUrl(template, url));
}

/** Runs statements on the server's maintenance database, or on the one the address names. */
export async function onServer<Result>(
  work: (sql: Sql) => Promise<Result>,
  url: string = serverUrl(),
): Promise<Result> {
  await using pool = openDatabase({ url, schema: 'public', max: 1, random: randomBytes });
  return await work(pool.sql);
}

/** The address of a database of the test server. */
export function databaseUrl(name: string, server: string = serverUrl()): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

function serverUrl(): string {
  const url = process.env[serverVariable];
  if (url === undefined) throw new Error('No test server: the suite must run with tests/support/start-postgres.ts.');
  return url;
}
