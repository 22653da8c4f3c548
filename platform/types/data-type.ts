/**
 * How values of a type are kept, as far as the platform needs to know; the runtime maps each to a column.
 * JSON forms: decimal '12.50' (a string, never a float), date '2026-01-31', dateTime '2026-01-31T10:00:00'
 * (civil time of the infobase), month '2026-01', reference a record id, composite `{type: path, id}`,
 * enumeration the value's name, file the id of a stored file.
 */
export type Storage =
  | 'text'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'month'
  | 'reference'
  | 'composite'
  | 'enumeration'
  | 'file';

/** The resolved type of an attribute, dimension, resource or constant. Plain data. */
export interface DataType {
  /** Name of the value type that owns this ('money', 'string', 'reference', 'enumeration' …). */
  readonly name: string;
  readonly storage: Storage;
  /** Characters at most, for text. */
  readonly length?: number;
  /** Total digits and digits after the point, for decimals. */
  readonly precision?: number;
  readonly scale?: number;
  /** Object paths a reference, composite reference or enumeration may point to. */
  readonly targets?: readonly string[];
}
