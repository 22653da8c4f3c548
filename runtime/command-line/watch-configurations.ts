import type { ISql, Sql } from 'postgres';

const channel = 'aubade_configurations';

/** Tells every server that another configuration was installed in an infobase. */
export async function tellConfigurationChanged(sql: ISql, infobase: string): Promise<void> {
  await sql.unsafe('select pg_notify($1, $2)', [channel, infobase]);
}

/** Calls `changed` with the name of each infobase that gets another configuration; what it gives stops that. */
export async function watchConfigurations(sql: Sql, changed: (infobase: string) => void): Promise<() => Promise<void>> {
  const { unlisten } = await sql.listen(channel, changed);
  return unlisten;
}
