import type { Expression } from '../expressions/expression.ts';
import type { Text } from '../text.ts';
import type { DataType } from '../types/data-type.ts';

/** A named, typed value of a record, of a line of a tabular section or of a register. */
export interface Attribute {
  /** Permanent: survives a rename. A standard attribute's is its object's id, a colon and its name. */
  readonly id: string;
  readonly name: string;
  /** 'technical.GoodsReceipt.lines.quantity' */
  readonly path: string;
  readonly title: Text;
  readonly description?: Text;
  readonly type: DataType;
  /** Given by the kind (code, description, number, date …), not by the configuration. */
  readonly standard: boolean;
  readonly required: boolean;
  /** Written by the server only (posted, totals, formulas). */
  readonly readOnly: boolean;
  readonly unique: boolean;
  /** Shown as several lines in forms. */
  readonly multiline?: boolean;
  /** Value of a new record, when the user gives none. */
  readonly default?: Expression;
  /** Always computed; the user cannot set it. */
  readonly formula?: Expression;
  /** Must not be false when the record is written. */
  readonly check?: Check;
  /** Restricts the records offered for choice; sees the candidate as `value`. */
  readonly choose?: Expression;
  /** Shown in forms only while true. */
  readonly visible?: Expression;
  /** Path of the functional option that shows this attribute. */
  readonly option?: string;
}

/** A condition with its own wording; without one the platform words it from the expression. */
export interface Check {
  readonly expression: Expression;
  readonly message?: Text;
}
