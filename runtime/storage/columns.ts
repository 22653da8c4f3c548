import type { Attribute, DataType, Storage } from '#platform';

/** A column of a table: its name as stored, and its SQL type. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** The columns that hold the values of an attribute: one, or two for composite references. */
export function columnsOf({ name, type }: Pick<Attribute, 'name' | 'type'>): Column[] {
  const value = { name, type: shapes[type.storage](type) };
  return type.storage === 'composite' ? [value, { name: `${name}:type`, type: 'text' }] : [value];
}

const shapes: Readonly<Record<Storage, (type: DataType) => string>> = {
  text: ({ length }) => (length === undefined ? 'text' : `varchar(${length})`),
  decimal: ({ precision, scale = 0 }) => (precision === undefined ? 'numeric' : `numeric(${precision}, ${scale})`),
  boolean: () => 'boolean',
  date: () => 'date',
  dateTime: () => 'timestamp(3)',
  month: () => 'date',
  reference: () => 'uuid',
  composite: () => 'uuid',
  enumeration: () => 'text',
  file: () => 'uuid',
};
