import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «http». */
export const httpProblems = {} as const satisfies Record<string, CatalogueEntry>;
