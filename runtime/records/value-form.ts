import type { Attribute, Configuration, DataType, Storage, Text } from '#platform';
import type { Value } from '../http/contract.ts';
import { columnsOf } from '../storage/columns.ts';

/** Values of columns by name, as they are bound and read. */
export type Columns = Readonly<Record<string, unknown>>;

/**
 * A value's JSON form as the columns that keep it; undefined when it is not a value of the attribute's type. Null is
 * always one. The only place, with `valueOfColumns`, that knows both forms.
 */
export function columnsOfValue(
  attribute: Pick<Attribute, 'name' | 'type'>,
  value: unknown,
  configuration: Configuration,
): Columns | undefined {
  const columns = columnsOf(attribute);
  const stored =
    value === null
      ? emptyOf(attribute.type)
      : forms[attribute.type.storage].write(value, attribute.type, configuration);
  if (stored === undefined) return undefined;
  return Object.fromEntries(columns.map(({ name }, index) => [name, stored[index] ?? null]));
}

/** The JSON form of a value that was read from its columns. */
export function valueOfColumns(
  { name, type }: Pick<Attribute, 'name' | 'type'>,
  row: Columns,
  configuration: Configuration,
): Value {
  const stored = row[name];
  if (stored === null || stored === undefined) return null;
  return forms[type.storage].read(stored, { row, name, type, configuration });
}

/** What a value of the type looks like, for messages. */
export function expectedForm({ storage }: DataType): Text {
  return forms[storage].expected;
}

interface Read {
  readonly row: Columns;
  readonly name: string;
  readonly type: DataType;
  readonly configuration: Configuration;
}

interface Form {
  /** The columns' values, or undefined when it is no value of the type. */
  write(value: unknown, type: DataType, configuration: Configuration): readonly unknown[] | undefined;
  read(stored: unknown, from: Read): Value;
  readonly expected: Text;
}

/** Nobody leaves a yes-or-no empty: it is a no. */
function emptyOf({ storage }: DataType): readonly unknown[] {
  return storage === 'boolean' ? [false] : [];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of a record: anything else is not found without asking the database. */
export function isIdentity(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}

const textual = (value: unknown, accepts: (text: string) => boolean) =>
  typeof value === 'string' && accepts(value) ? [value] : undefined;

const asText = (stored: unknown): string => String(stored);

const forms: Readonly<Record<Storage, Form>> = {
  text: {
    write: (value, { length }) =>
      textual(value, text => [...text].length <= (length ?? Infinity) && !text.includes('\0')),
    read: asText,
    expected: { en: 'a text that is not too long', ru: 'текст допустимой длины' },
  },
  decimal: {
    write: (value, type) => textual(value, text => isDecimal(text, type)),
    read: asText,
    expected: { en: 'a number as text, such as "12.50"', ru: 'число текстом, например "12.50"' },
  },
  boolean: {
    write: value => (typeof value === 'boolean' ? [value] : undefined),
    read: stored => stored === true || stored === 'true' || stored === 't',
    expected: { en: 'true or false', ru: 'true или false' },
  },
  date: {
    write: value => textual(value, isDate),
    read: asText,
    expected: { en: 'a date such as "2026-01-31"', ru: 'дату, например "2026-01-31"' },
  },
  dateTime: {
    write: value => textual(value, isDateTime),
    read: stored =>
      asText(stored)
        .replace(' ', 'T')
        .replace(/\.000$/, ''),
    expected: {
      en: 'a date and time such as "2026-01-31T10:00:00"',
      ru: 'дату и время, например "2026-01-31T10:00:00"',
    },
  },
  month: {
    write: value => textual(value, text => isDate(`${text}-01`))?.map(month => `${month}-01`),
    read: stored => asText(stored).slice(0, 'YYYY-MM'.length),
    expected: { en: 'a month such as "2026-01"', ru: 'месяц, например "2026-01"' },
  },
  reference: {
    write: value => textual(value, isIdentity),
    read: asText,
    expected: { en: 'the id of a record', ru: 'идентификатор записи' },
  },
  composite: {
    write: writeComposite,
    read: readComposite,
    expected: { en: '{type, id} of a record that may be chosen here', ru: '{type, id} записи допустимого вида' },
  },
  enumeration: {
    write: (value, type, configuration) => textual(value, text => valuesOf(type, configuration).includes(text)),
    read: asText,
    expected: { en: 'one of the values of the enumeration', ru: 'одно из значений перечисления' },
  },
  file: {
    write: value => textual(value, isIdentity),
    read: asText,
    expected: { en: 'the id of a stored file', ru: 'идентификатор файла' },
  },
};

function isDecimal(text: string, { precision, scale = 0 }: DataType): boolean {
  const [, digits = '', fraction = ''] = /^-?(\d{1,1000})(?:\.(\d{1,1000}))?$/.exec(text) ?? [];
  if (digits === '') return false;
  if (precision === undefined) return true;
  return digits.replace(/^0+/, '').length <= precision - scale && fraction.replace(/0+$/, '').length <= scale;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isDateTime(text: string): boolean {
  const [, date = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)$/.exec(text) ?? [];
  return isDate(date) && !Number.isNaN(Date.parse(`${date}T${clock}Z`)) && !clock.startsWith('24');
}

function writeComposite(
  value: unknown,
  { targets = [] }: DataType,
  configuration: Configuration,
): unknown[] | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('id' in value)) return undefined;
  const { type, id } = value;
  const target = targets.find(path => path === type);
  if (target === undefined || !isIdentity(id)) return undefined;
  return [id, configuration.objects[target]?.id];
}

function readComposite(stored: unknown, { row, name, type, configuration }: Read): Value {
  const object = row[`${name}:type`];
  const target = (type.targets ?? []).find(path => configuration.objects[path]?.id === object);
  return target === undefined ? null : { type: target, id: asText(stored) };
}

function valuesOf({ targets = [] }: DataType, configuration: Configuration): string[] {
  return targets.flatMap(path => configuration.objects[path]?.enumeration?.values.map(({ name }) => name) ?? []);
}
