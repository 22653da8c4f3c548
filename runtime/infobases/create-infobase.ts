import { type Configuration, ProblemError } from '#platform';
import { rebuildTotalsSql } from '../registers/rebuild-totals.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { applyMigration } from '../storage/migration/apply-migration.ts';
import { planMigration } from '../storage/migration/plan-migration.ts';
import { openDatabase } from '../storage/open-database.ts';
import { functionsOf } from './functions-of.ts';
import { addInfobase } from './infobase-register.ts';
import type { Server } from './server.ts';

export interface CreateInfobase {
  readonly name: string;
  readonly title: string;
  readonly configuration: Configuration;
}

/**
 * Makes an infobase: its schema, tables, functions and predefined records, all or nothing. Throws
 * `infobase-name-invalid` or `infobase-exists`.
 */
export async function createInfobase(server: Server, request: CreateInfobase): Promise<void> {
  const { name, configuration } = request;
  requireName(name);
  await using database = openDatabase({
    url: server.url,
    random: server.random,
    schema: name,
    max: 1,
    statementTimeoutMs: 0,
  });
  await inTransaction(database, async tx => {
    await addInfobase(tx, request);
    const plan = await planMigration({ from: null, to: configuration, database: tx, rebuild: rebuildTotalsSql });
    await applyMigration(tx, plan, { consent: [], functions: functionsOf(configuration) });
  });
}

/** Names that addresses and the server's own schemas need for themselves. */
const reserved = new Set(['aubade', 'public', 'infobases', 'information-schema']);

/** An infobase's name is a schema's name and a part of every address. */
export function requireName(name: string): void {
  if (/^[a-z][a-z0-9-]{0,39}$/.test(name) && !reserved.has(name) && !name.startsWith('pg')) return;
  throw new ProblemError([{ code: 'infobase-name-invalid', parameters: { name } }]);
}
