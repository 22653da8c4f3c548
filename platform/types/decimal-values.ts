import { Decimal } from 'decimal.js';
import type { Language } from '../text.ts';
import type { DataType } from './data-type.ts';
import { wrongForm } from './text-values.ts';
import type { JsonValue, ValueProblem } from './value-type.ts';

/** A decimal string with no more digits before and after the point than the type keeps; zeros at its ends count for nothing. */
export function checkDecimal(value: unknown, type: DataType): ValueProblem | undefined {
  if (typeof value !== 'string') return wrongForm(value, type);
  const match = /^-?0*(\d+?)(?:\.(\d*?)0*)?$/.exec(value);
  if (match === null || value.endsWith('.')) return wrongForm(value, type);
  const [, whole = '', fraction = ''] = match;
  const { precision = 38, scale = 0 } = type;
  if (fraction.length > scale) return { code: 'value-too-many-decimals', parameters: { value, scale } };
  const wholeDigits = whole === '0' ? 0 : whole.length;
  if (wholeDigits <= precision - scale) return undefined;
  return { code: 'value-too-large', parameters: { value, digits: precision - scale } };
}

export function compareDecimals(left: JsonValue, right: JsonValue): number {
  return new Decimal(String(left)).cmp(new Decimal(String(right)));
}

/** The number grouped as the language writes it, digit for digit: no float is ever made of it. */
export function formatDecimal(value: JsonValue, language: Language, type: DataType): string {
  const options = { minimumFractionDigits: shownDecimals(String(value), type), maximumFractionDigits: type.scale ?? 0 };
  const exact = String(value) as `${number}`;
  return new Intl.NumberFormat(language, options).format(exact);
}

/** Money shows all its decimals; quantities and rates only those that are not zero. */
function shownDecimals(value: string, type: DataType): number {
  const scale = type.scale ?? 0;
  if (scale <= 2) return scale;
  const fraction = (value.split('.')[1] ?? '').replace(/0+$/, '');
  return Math.min(fraction.length, scale);
}
