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
  /** Where the file holds lines of a section: those of one record are one row here. */
  readonly lines: LinesOfRecord | undefined;
  /** Texts that stand for records and are looked up with those of other rows together. */
  readonly references: ReferenceText[];
  readonly bad: BadCell[];
}

/** Lines that stand in rows of their own and name the record they are of. */
export interface LinesOfRecord {
  /** What the rows call the record. */
  readonly called: string;
  /** Its id under the name of the column, once it is looked up. */
  readonly record: Record<string, Value>;
  /** The row of the file that each line stands in. */
  readonly rows: number[];
}

/** A text that names a record, and the place where the record's id goes. */
export interface ReferenceText {
  readonly text: string;
  readonly attribute: Pick<Attribute, 'name' | 'path' | 'type'>;
  readonly column: string;
  readonly into: Record<string, Value>;
  /** The row of the file, where it is not that of the record. */
  readonly row?: number;
}

export interface BadCell {
  /** The row of the file, where it is not that of the record. */
  readonly row?: number;
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
    lines: undefined,
    references: [],
    bad: [],
  };
}

/** An empty row that takes the lines of a record in one section. */
export function linesRow(row: number, section: string, called: string): ImportRow {
  return { ...importRow(row, true), sections: { [section]: [] }, lines: { called, record: {}, rows: [] } };
}
