import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «exchange». */
export const exchangeProblems = {} as const satisfies Record<string, CatalogueEntry>;
