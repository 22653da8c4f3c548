import { ProblemError } from '#platform';
import type { Database } from '../storage/database.ts';
import { quoteIdentifier } from '../storage/quoting.ts';
import type { Server } from './server.ts';

/** An infobase as the server knows it. */
export interface InfobaseEntry {
  readonly name: string;
  readonly title: string;
}

/** All infobases of the server, by name. */
export async function listInfobases(server: Server): Promise<InfobaseEntry[]> {
  const rows = await server.control.sql<InfobaseEntry[]>`select name, title from aubade.infobases order by name`;
  return rows.map(({ name, title }) => ({ name, title }));
}

/** One infobase by its name; `infobase-missing`, naming those there are, if there is none. */
export async function infobaseNamed(server: Server, name: string): Promise<InfobaseEntry> {
  const all = await listInfobases(server);
  const found = all.find(entry => entry.name === name);
  if (found !== undefined) return found;
  const known = all.map(entry => entry.name).join(', ') || '–';
  throw new ProblemError([{ code: 'infobase-missing', parameters: { name, known } }]);
}

/** Enters an infobase and makes its empty schema, within the transaction that fills it. */
export async function addInfobase({ sql }: Database, { name, title }: InfobaseEntry): Promise<void> {
  const added = await sql`
    insert into aubade.infobases (name, title) values (${name}, ${title}) on conflict do nothing returning name`;
  if (added.length === 0) throw new ProblemError([{ code: 'infobase-exists', parameters: { name } }]);
  await sql.unsafe(`create schema ${quoteIdentifier(name)}`);
}
