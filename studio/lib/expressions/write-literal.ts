import type { DataType, Storage } from '#platform';
import type { Value } from '../../../runtime/http/contract.ts';
import { isComposite } from '../workspace.ts';

/** How each kind of value is written in an expression. */
const writers: Readonly<Record<Storage, (value: string, type: DataType) => string>> = {
  text: quoted,
  decimal: value => value,
  boolean: value => value,
  date: value => `date(${quoted(value)})`,
  dateTime: value => `dateTime(${quoted(value)})`,
  month: value => `month(${quoted(value)})`,
  reference: (value, type) => `reference(${type.targets?.[0] ?? ''}, ${quoted(value)})`,
  composite: quoted,
  enumeration: (value, type) => `${type.targets?.[0] ?? ''}.${value}`,
  file: quoted,
};

/** A value as a literal of the expression language; names are full paths, so it reads the same in every package. */
export function writeLiteral(value: Value | undefined, type: DataType): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (isComposite(value)) return `reference(${value.type}, ${quoted(value.id)})`;
  return writers[type.storage](value, type);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function quoted(text: string): string {
  return `'${text.replace(/[\\'\n\r\t]/g, character => escapes[character] ?? character)}'`;
}
