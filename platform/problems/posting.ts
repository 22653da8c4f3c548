import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «posting». */
export const postingProblems = {} as const satisfies Record<string, CatalogueEntry>;
