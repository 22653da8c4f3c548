import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «expressions». */
export const expressionsProblems = {} as const satisfies Record<string, CatalogueEntry>;
