import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «storage». */
export const storageProblems = {} as const satisfies Record<string, CatalogueEntry>;
