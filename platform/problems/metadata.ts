import type { CatalogueEntry } from './catalogue-entry.ts';

/** Problems of the area «metadata». */
export const metadataProblems = {} as const satisfies Record<string, CatalogueEntry>;
