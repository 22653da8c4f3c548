import type { Configuration } from '#platform';
import { postingFunctions } from '../posting/posting-functions.ts';
import { recordFunctions } from '../records/record-functions.ts';

/** Every function that an infobase with this configuration has, as `create or replace` statements. */
export function functionsOf(configuration: Configuration): string[] {
  return [...postingFunctions(configuration), ...recordFunctions(configuration)];
}
