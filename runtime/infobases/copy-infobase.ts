import { addForeignKey, createIndex, createTable } from '../storage/create-statements.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { openDatabase } from '../storage/open-database.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import { runStatements } from '../storage/run-statements.ts';
import { systemTableStatements, systemTables } from '../storage/system-tables.ts';
import { tablesOf } from '../storage/tables-of.ts';
import { requireName } from './create-infobase.ts';
import { functionsOf } from './functions-of.ts';
import { addInfobase, infobaseNamed } from './infobase-register.ts';
import { requireConfiguration } from './open-infobase.ts';
import type { Server } from './server.ts';

export interface CopyInfobase {
  readonly from: string;
  readonly name: string;
  readonly title: string;
}

/**
 * Makes a complete copy of an infobase as it is at one moment, while others go on working in it: records, movements,
 * totals, users, settings, history and numbers; not sessions and jobs. All or nothing.
 */
export async function copyInfobase(server: Server, request: CopyInfobase): Promise<void> {
  requireName(request.name);
  await infobaseNamed(server, request.from);
  const options = { url: server.url, random: server.random, schema: request.name, max: 1, statementTimeoutMs: 0 };
  await using database = openDatabase(options);
  await inTransaction(database, tx => copyInto(tx, request), { isolation: 'repeatable read' });
}

async function copyInto(database: Database, request: CopyInfobase): Promise<void> {
  await database.sql.unsafe(`set local search_path to ${q(request.from)}, public`);
  const configuration = await requireConfiguration(database, request.from);
  await database.sql.unsafe(`set local search_path to ${q(request.name)}, public`);
  await addInfobase(database, request);
  const tables = tablesOf(configuration);
  await runStatements(database, [...systemTableStatements(), ...tables.map(createTable)]);
  await runStatements(database, await copyStatements(database, request));
  await runStatements(database, [
    ...tables.flatMap(table => table.indexes.map(index => createIndex(table.name, index))),
    ...tables.flatMap(table => table.foreignKeys.map(key => addForeignKey(table.name, key))),
    ...(await sequenceStatements(database, request)),
    ...functionsOf(configuration),
  ]);
}

/**
 * One statement per table, and one per identity column that goes on counting where the original stands. Columns are
 * matched by name, for a table that was migrated has them in another order than a new one.
 */
async function copyStatements({ sql }: Database, { from, name }: CopyInfobase): Promise<string[]> {
  const left = systemTables.filter(({ transient }) => transient === true).map(table => table.name);
  // System tables refer to one another in the order of their list; the others have no foreign keys yet.
  const order = systemTables.map(table => table.name);
  const tables = await sql<{ table: string; columns: string[]; counted: string[] }[]>`
    select c.relname as "table", array_agg(quote_ident(a.attname) order by a.attnum) as columns,
      coalesce(array_agg(a.attname) filter (where a.attidentity <> ''), '{}') as counted
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = ${q(name)}::regnamespace and c.relkind = 'r' and c.relname <> all(${left})
    group by c.relname order by array_position(${order}::text[], c.relname::text), c.relname`;
  return tables.flatMap(({ table, columns, counted }) => {
    const list = columns.join(', ');
    const rows = `insert into ${q(table)} (${list}) overriding system value select ${list} from ${q(from)}.${q(table)}`;
    return [rows, ...counted.map(column => countOn(table, column))];
  });
}

function countOn(table: string, column: string): string {
  const sequence = `pg_get_serial_sequence('${q(table)}', '${column}')`;
  return `select setval(${sequence}, (select coalesce(max(${q(column)}), 0) + 1 from ${q(table)}), false)`;
}

/** Sequences that number records go on where the originals stand; those of identity columns came with their tables. */
async function sequenceStatements({ sql }: Database, { from }: CopyInfobase): Promise<string[]> {
  const sequences = await sql<{ name: string; start: string; last: string | null }[]>`
    select s.sequencename as name, s.start_value as start, s.last_value as last
    from pg_sequences s join pg_class c on c.relname = s.sequencename and c.relnamespace = ${q(from)}::regnamespace
    where s.schemaname = ${from}
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')`;
  return sequences.flatMap(({ name, start, last }) => [
    `create sequence ${q(name)} start ${start}`,
    ...(last === null ? [] : [`select setval(${quoteLiteral(q(name))}, ${last})`]),
  ]);
}
