import { join } from 'node:path';
import { type Configuration, ProblemError } from '#platform';
import { loadConfiguration } from '../../runtime/loading/load-configuration.ts';

/** The folder of a fixture's package. */
export function fixtureFolder(name: string): string {
  return join(import.meta.dirname, '../fixtures', name);
}

/** A fixture as a configuration. Throws with every problem when it has any. */
export async function fixtureConfiguration(name: string): Promise<Configuration> {
  const { configuration, problems } = await loadConfiguration({ roots: [fixtureFolder(name)], ids: 'derived' });
  if (configuration === undefined) throw new ProblemError(problems);
  return configuration;
}
