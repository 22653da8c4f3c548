import type { Configuration } from '../packages/configuration.ts';
import type { Problem, SourcePlace } from '../problems/problem.ts';

/** What a check may ask besides the configuration itself. */
export interface CheckContext {
  /**
   * Where the element with this metadata path is written; undefined for what a kind adds by itself. `within` leads on,
   * by keys and indexes, to the value in it that is concerned.
   */
  readonly placeOf: (path: string, within?: readonly (string | number)[]) => SourcePlace | undefined;
}

/** One rule that a configuration must keep: every breach of it, in the configuration's order. */
export type ConfigurationCheck = (configuration: Configuration, context: CheckContext) => readonly Problem[];
