import type { Attribute, DataType, Storage } from '#platform';

/** A column of a table: its name as stored, and its SQL type. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** The columns that hold the values of an attribute: one, or two for composite references. */
export function columnsOf({ name, type }: Pick<Attribute, 'name' | 'type'>): Column[] {
  return shapes[type.storage](type).map(({ suffix = '', type }) => ({ name: `${name}${suffix}`, type }));
}

interface Shape {
  readonly suffix?: string;
  readonly type: string;
}

const shapes: Readonly<Record<Storage, (type: DataType) => readonly Shape[]>> = {
  text: ({ length }) => [{ type: length === undefined ? 'text' : `varchar(${length})` }],
  decimal: ({ precision, scale = 0 }) => [
    { type: precision === undefined ? 'numeric' : `numeric(${precision}, ${scale})` },
  ],
  boolean: () => [{ type: 'boolean' }],
  date: () => [{ type: 'date' }],
  dateTime: () => [{ type: 'timestamp(3)' }],
  month: () => [{ type: 'date' }],
  reference: () => [{ type: 'uuid' }],
  composite: () => [{ type: 'uuid' }, { suffix: ':type', type: 'text' }],
  enumeration: () => [{ type: 'text' }],
  file: () => [{ type: 'uuid' }],
};
