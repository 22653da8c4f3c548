import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «access». */
export const accessProblems = {} as const satisfies Record<string, CatalogueEntry>;
