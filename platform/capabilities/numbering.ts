/** Automatic codes and numbers. Values are prefix + digits, unique within their scope. */
export interface Numbering {
  /** The standard attribute that carries it: 'code' or 'number'. */
  readonly attribute: 'code' | 'number';
  readonly prefix: string;
  /** Digits after the prefix, zero-padded. */
  readonly digits: number;
  /** Documents: numbers start again with each period. */
  readonly period: 'none' | 'year' | 'quarter' | 'month' | 'day';
  /** Catalogs: unique in the whole catalog, under one owner, or under one parent. */
  readonly within: 'whole' | 'owner' | 'parent';
  /** No number is ever skipped; documents of the series then commit one after another. */
  readonly gapless: boolean;
  /** A user may type a value of her own. */
  readonly editable: boolean;
  /** False: values are only typed, never made. */
  readonly automatic: boolean;
}
