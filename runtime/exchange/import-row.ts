import type { Attribute, Problem } from '#platform';
import type { Value } from '../http/contract.ts';

/** A row of a file on its way to becoming a record. It is filled step by step: read, resolved, matched, written. */
export interface ImportRow {
  /** Counts rows of data from 1 in CSV, lines of the file in JSON Lines. */
  readonly row: number;
  /** Of the record, when the file tells it. */
  id: string | undefined;
  /** Of the record that is there already. */
  version: number | undefined;
  post: boolean | undefined;
  readonly values: Record<string, Value>;
  readonly sections: Record<string, Record<string, Value>[]> | undefined;
  /** Texts that stand for records and are looked up with those of other rows together. */
  readonly references: ReferenceText[];
  readonly bad: BadCell[];
}

/** A text that names a record, and the place where the record's id goes. */
export interface ReferenceText {
  readonly text: string;
  readonly attribute: Attribute;
  readonly column: string;
  readonly into: Record<string, Value>;
}

export interface BadCell {
  readonly column: string;
  readonly problem: Problem;
}

/** An empty row. A document's sections are replaced only when the file brings them. */
export function importRow(row: number, hasSections: boolean): ImportRow {
  return {
    row,
    id: undefined,
    version: undefined,
    post: undefined,
    values: {},
    sections: hasSections ? {} : undefined,
    references: [],
    bad: [],
  };
}
