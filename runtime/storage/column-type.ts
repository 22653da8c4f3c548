import type { DataType, Storage } from '#platform';

const types: Readonly<Record<Storage, (type: DataType) => string>> = {
  text: ({ length }) => (length === undefined ? 'text' : `varchar(${length})`),
  decimal: ({ precision = 18, scale = 0 }) => `numeric(${precision}, ${scale})`,
  boolean: () => 'boolean',
  date: () => 'date',
  dateTime: () => 'timestamp(3)',
  month: () => 'date',
  reference: () => 'uuid',
  composite: () => 'uuid',
  enumeration: () => 'text',
  file: () => 'uuid',
};

/** The SQL type of the column that keeps values of a type; a composite's second column, `name:type`, is text. */
export function columnType(type: DataType): string {
  return types[type.storage](type);
}
