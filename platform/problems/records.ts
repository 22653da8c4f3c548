import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «records». */
export const recordsProblems = {} as const satisfies Record<string, CatalogueEntry>;
