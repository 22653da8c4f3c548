import type { Configuration } from '#platform';
import type { Database } from './database.ts';

/** The configuration in force in the infobase; undefined in an empty schema. */
export async function installedConfiguration(database: Database): Promise<Configuration | undefined> {
  const [table] = await database.sql`select to_regclass('"_configuration"') is not null as found`;
  if (table?.found !== true) return undefined;
  const [row] = await database.sql<{ configuration: Configuration }[]>`
    select configuration from "_configuration" order by id desc limit 1`;
  return row === undefined ? undefined : deepFrozen(row.configuration);
}

/** Writes down what has been installed, within the transaction that installs it. */
export async function recordInstallation(database: Database, configuration: Configuration, by?: string): Promise<void> {
  await database.sql.unsafe(
    'insert into "_configuration" (hash, configuration, "installedBy") values ($1, $2::text::json, $3)',
    [configuration.hash, JSON.stringify(configuration), by ?? null],
  );
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
