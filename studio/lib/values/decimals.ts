/** Decimals as people write them. Values stay decimal strings from end to end; nothing here becomes a float. */

const decimalPattern = /^-?\d+(\.\d+)?$/;

/** Digits after the point that are always shown: money and quantities line up, long rates lose trailing zeros. */
function shownFraction(scale: number): number {
  return scale <= 3 ? scale : 2;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(tag: string, scale: number): Intl.NumberFormat {
  const key = `${tag} ${scale}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(tag, { minimumFractionDigits: shownFraction(scale), maximumFractionDigits: scale });
    formats.set(key, format);
  }
  return format;
}

/**
 * A decimal string grouped and pointed as the language does it, exact to the last digit: `Intl` reads strings as exact
 * decimals. Text that is not a decimal comes back as it is.
 */
export function formatDecimal(value: string, tag: string, scale: number): string {
  if (!isDecimal(value)) return value;
  return formatOf(tag, scale).format(value);
}

function isDecimal(value: string): value is `${number}` {
  return decimalPattern.test(value);
}

const foreignDigits = /[۰-۹٠-٩]/g;
/** Grouping, and marks of direction that Persian numbers carry. */
const gaps = /[\s\u200e\u200f\u061c\u00a0\u202f\u2009'’٬]/g;

/** Persian and Arabic digits as 0–9. */
export function latinDigits(text: string): string {
  return text.replace(foreignDigits, digit => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/**
 * What a person typed or pasted — `1 234,56`, `1,234.56`, `1.234,56`, `۱٬۲۳۴٫۵۶`, `(5)` — as a decimal string; `undefined`
 * when it is not a number. A single comma before exactly three digits groups in English and points in other languages.
 */
export function parseDecimal(typed: string, tag: string): string | undefined {
  let text = latinDigits(typed).replace(gaps, '').replace(/[−‒–]/g, '-').replace('٫', '.');
  if (/^\(.+\)$/.test(text)) text = `-${text.slice(1, -1)}`;
  text = withPoint(text, tag);
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = fraction === '' ? digits : `${digits}.${fraction}`;
  return sign === '-' && /[1-9]/.test(value) ? `-${value}` : value;
}

/** Removes grouping and leaves one point, whichever of the two marks is which. */
function withPoint(text: string, tag: string): string {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    return comma > point ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  }
  if (comma < 0) return text.indexOf('.') === point ? text : text.replaceAll('.', '');
  if (text.indexOf(',') !== comma) return text.replaceAll(',', '');
  const groups = tag.startsWith('en') && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text);
  return text.replace(',', groups ? '' : '.');
}

/** The exact sum of decimal strings; empty ones count as nothing. */
export function sumDecimals(values: Iterable<string | null | undefined>): string {
  let scale = 0;
  let sum = 0n;
  for (const value of values) {
    if (value === null || value === undefined || !decimalPattern.test(value)) continue;
    const [whole = '0', fraction = ''] = value.split('.');
    if (fraction.length > scale) {
      sum *= 10n ** BigInt(fraction.length - scale);
      scale = fraction.length;
    }
    sum += BigInt(whole + fraction.padEnd(scale, '0'));
  }
  return pointed(sum, scale);
}

function pointed(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

/** Whether a decimal string has more digits than the type takes; what a column of the database would refuse. */
export function tooLong(value: string, type: { readonly precision?: number; readonly scale?: number }): boolean {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const scale = type.scale ?? 0;
  return fraction.replace(/0+$/, '').length > scale || whole.length > (type.precision ?? 38) - scale;
}
