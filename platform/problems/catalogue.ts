import { accessProblems } from './access.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';
import { checksProblems } from './checks.ts';
import { exchangeProblems } from './exchange.ts';
import { expressionsProblems } from './expressions.ts';
import { httpProblems } from './http.ts';
import { metadataProblems } from './metadata.ts';
import { postingProblems } from './posting.ts';
import { recordsProblems } from './records.ts';
import { registerChecksProblems } from './register-checks.ts';
import { storageProblems } from './storage.ts';
import { valuesProblems } from './values.ts';

/** Every problem the platform can name, by code. A code is kebab-case and never reused for another meaning. */
export const catalogue = {
  ...metadataProblems,
  ...valuesProblems,
  ...checksProblems,
  ...registerChecksProblems,
  ...expressionsProblems,
  ...storageProblems,
  ...recordsProblems,
  ...accessProblems,
  ...postingProblems,
  ...exchangeProblems,
  ...httpProblems,
} as const;

export type ProblemCode = keyof typeof catalogue;

/** The catalogue entry of a code. */
export function entryOf(code: ProblemCode): CatalogueEntry {
  return catalogue[code];
}
