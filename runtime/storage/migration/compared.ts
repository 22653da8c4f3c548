import type { Configuration } from '#platform';
import type { TableModel } from '../table-model.ts';

/** The tables of two configurations; `before` is null for an empty schema. */
export interface Compared {
  readonly before: Configuration | null;
  readonly after: Configuration;
  readonly old: readonly TableModel[];
  readonly now: readonly TableModel[];
}

/** A table in both, under its old and its new name. */
export interface TablePair {
  readonly old: TableModel;
  readonly now: TableModel;
}
