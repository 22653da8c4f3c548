import { type Configuration, ProblemError } from '#platform';
import type { Database, DatabasePool } from '../storage/database.ts';
import { installedConfiguration } from '../storage/installed-configuration.ts';
import { openDatabase } from '../storage/open-database.ts';
import { infobaseNamed } from './infobase-register.ts';
import type { Server } from './server.ts';

/** An infobase that is open: what a session needs, and its connections. */
export interface OpenInfobase extends AsyncDisposable {
  readonly name: string;
  readonly title: string;
  /** What is installed in it, which may differ from the packages on disk. */
  readonly configuration: Configuration;
  readonly database: DatabasePool;
  close(): Promise<void>;
}

/** Opens an infobase with the configuration installed in it. Throws `infobase-missing`. */
export async function openInfobase(server: Server, name: string, max?: number): Promise<OpenInfobase> {
  const { title } = await infobaseNamed(server, name);
  const limit = max === undefined ? {} : { max };
  const database = openDatabase({ url: server.url, random: server.random, schema: name, ...limit });
  try {
    const configuration = await requireConfiguration(database, name);
    const close = () => database.close();
    return { name, title, configuration, database, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The configuration installed where the search path leads. Every infobase is made with one. */
export async function requireConfiguration(database: Database, name: string): Promise<Configuration> {
  const configuration = await installedConfiguration(database);
  if (configuration !== undefined) return configuration;
  throw new ProblemError([{ code: 'infobase-empty', parameters: { name } }]);
}
