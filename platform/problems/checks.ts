import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems that the checks over a whole configuration find. */
export const checksProblems = {} as const satisfies Record<string, CatalogueEntry>;
