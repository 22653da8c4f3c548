import { Decimal, decimalText } from './decimal.ts';
import type { ExpressionNode, ExpressionType } from './expression.ts';
import { storageOf } from './expression-type.ts';
import type { CompositeValue, Value } from './value.ts';

/** A value while it is computed with: as in JSON, but decimals are numbers one can add. */
export type Operand = string | boolean | null | Decimal | CompositeValue;

/** From the JSON form; undefined (not known) stays undefined. */
export function toOperand(value: Value | undefined, type: ExpressionType): Operand | undefined {
  if (typeof value !== 'string') return value;
  const storage = storageOf(type);
  if (storage === 'decimal') return new Decimal(value);
  // Milliseconds that are zero may or may not be written; one form lets moments be compared as text.
  return storage === 'dateTime'
    ? value.replace(/\.(\d*?)0+$/, (_, digits) => (digits === '' ? '' : `.${digits}`))
    : value;
}

/** To the JSON form. */
export function toValue(operand: Operand): Value {
  return operand instanceof Decimal ? decimalText(operand) : operand;
}

/** Whether two operands are the same value; null is the same as null. References are the same when their ids are. */
export function sameOperand(left: Operand, right: Operand): boolean {
  if (left instanceof Decimal && right instanceof Decimal) return left.eq(right);
  return identityOf(left) === identityOf(right);
}

/** The id of a composite reference; ids are unique over all objects, so the object need not be compared. */
export function identityOf(operand: Operand): Operand {
  return typeof operand === 'object' && operand !== null && 'id' in operand ? operand.id : operand;
}

/** Negative, zero or positive, as `left` stands before, with or after `right`. Texts go by code points. */
export function compareOperands(left: Operand, right: Operand): number {
  if (left instanceof Decimal && right instanceof Decimal) return left.cmp(right);
  return compareTexts(String(left), String(right));
}

/** UTF-16 order differs from the order of code points only where surrogates meet the characters above them. */
function compareTexts(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    if (left.charCodeAt(index) !== right.charCodeAt(index)) {
      return codePointAt(left, index) - codePointAt(right, index);
    }
  }
  return left.length - right.length;
}

function codePointAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  return isSurrogate ? unit + 0x10000 : unit;
}

/** The one object a reference points to. */
export function targetOf(node: ExpressionNode): string {
  const target = node.type.of === 'value' ? node.type.type.targets?.[0] : undefined;
  if (target === undefined) throw new Error(`A reference without a target: ${JSON.stringify(node.type)}`);
  return target;
}
