import type { Configuration } from '../packages/configuration.ts';
import type { Problem } from '../problems/problem.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';

/** Every rule of a configuration, in the order its problems are reported. */
export const checks: readonly ConfigurationCheck[] = Object.freeze([]);

/** All problems that the rules find in a configuration whose names, types and expressions are already resolved. */
export function checkConfiguration(configuration: Configuration, context: CheckContext): Problem[] {
  return checks.flatMap(check => check(configuration, context));
}
