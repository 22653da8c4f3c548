import type { DataType } from './data-type.ts';
import type { JsonValue, ValueProblem } from './value-type.ts';

/** Texts are compared by code point, as the database does. */
export function compareText(left: JsonValue, right: JsonValue): number {
  const [before, after] = [String(left), String(right)];
  if (before === after) return 0;
  const [leftPoints, rightPoints] = [Array.from(before), Array.from(after)];
  const differs = leftPoints.findIndex((point, index) => point !== rightPoints[index]);
  if (differs < 0) return -1;
  return (leftPoints[differs]?.codePointAt(0) ?? -1) - (rightPoints[differs]?.codePointAt(0) ?? -1);
}

/** A text, without the null character that no database keeps, and not longer than the type allows. */
export function checkText(value: unknown, type: DataType): ValueProblem | undefined {
  if (typeof value !== 'string' || value.includes('\u0000')) return wrongForm(value, type);
  const characters = Array.from(value).length;
  if (type.length === undefined || characters <= type.length) return undefined;
  return { code: 'value-too-long', parameters: { length: characters, limit: type.length } };
}

/** The problem of a value that has not the form its type asks for. */
export function wrongForm(value: unknown, type: DataType): ValueProblem {
  return { code: 'value-wrong-form', parameters: { value: shorten(value), type: type.name } };
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
