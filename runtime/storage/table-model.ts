import type { DataType } from '#platform';
import type { Column } from './columns.ts';

/** A table as it should be: plain data, compiled from metadata. */
export interface TableModel {
  /** Name in the database; reads back to a metadata path. */
  readonly name: string;
  /** Permanent: built from the ids of the metadata, so that a renamed table is the same table. */
  readonly key: string;
  /** Metadata path of the object or section it belongs to. */
  readonly path: string;
  /** Columns that every table of its sort has. */
  readonly fixed: readonly FixedColumn[];
  /** Values that the configuration describes. */
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly indexes: readonly Index[];
  /** Percent of a page that is filled on insertion, where rows are updated in place. */
  readonly fillfactor?: number;
  /** What the column `period` of records written directly is cut to. */
  readonly periodicity?: 'day' | 'month' | 'quarter' | 'year';
  /** Permanent id of the register whose movements it can be made from anew. */
  readonly derivedFrom?: string;
}

export interface FixedColumn extends Column {
  readonly notNull: boolean;
  readonly default?: string;
}

/** A value of a row: an attribute, in one column or (composite references) two. */
export interface Field {
  /** Permanent id of the attribute, with a suffix where one attribute is kept more than once. */
  readonly key: string;
  readonly path: string;
  /** Name of its first column. */
  readonly name: string;
  readonly type: DataType;
  readonly notNull: boolean;
  /** SQL of the value a row gets that says nothing. */
  readonly default?: string;
}

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly table: string;
  readonly onDelete: 'no action' | 'cascade';
}

export interface Index {
  readonly name: string;
  readonly unique: boolean;
  readonly method: 'btree' | 'gin';
  /** SQL of each column or expression, quoted. */
  readonly on: readonly string[];
  /** Two nulls are the same value. */
  readonly nullsEqual: boolean;
  readonly where?: string;
}
