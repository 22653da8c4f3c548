import { type Configuration, type DataType, languages, type Storage, textIn } from '#platform';

/**
 * What people write in a cell, in the JSON form of the type: '1 234,56' is 1234.56, '31.01.2026' is 2026-01-31, a value
 * of an enumeration may be called by its title. A text that is nothing of the kind stays as it is, for the type's
 * own check to refuse. Empty cells are null.
 */
export function valueOfCell(text: string, type: DataType, configuration: Configuration): string | boolean | null {
  const written = text.trim();
  return written === '' ? null : forms[type.storage](written, { text, type, configuration });
}

type Form = (
  written: string,
  about: { readonly text: string; readonly type: DataType; readonly configuration: Configuration },
) => string | boolean;

const asItIs: Form = written => written;

const forms: Readonly<Record<Storage, Form>> = {
  text: (_, { text }) => text,
  decimal: decimalForm,
  boolean: written => booleans.get(written.toLowerCase()) ?? written,
  date: dateForm,
  dateTime: written => {
    const [day = '', time = ''] = written.split(/[T ]+/, 2);
    return `${dateForm(day)}T${time === '' ? '00:00:00' : time.length === 5 ? `${time}:00` : time}`;
  },
  month: written => written.replace(/^(\d\d)\.(\d{4})$/, '$2-$1'),
  enumeration: enumerationForm,
  reference: asItIs,
  composite: asItIs,
  file: asItIs,
};

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', '1', 'да', 'истина', 'بله'].map(word => [word, true] as const),
  ...['false', 'no', '0', 'нет', 'ложь', 'خیر'].map(word => [word, false] as const),
]);

/** A comma is the decimal point unless a point is there too; spaces and thin spaces only group digits. */
function decimalForm(written: string): string {
  const digits = written.replaceAll(/[\s\u00a0\u202f']/g, '').replace('−', '-');
  return digits.includes('.') ? digits.replaceAll(',', '') : digits.replace(',', '.');
}

function dateForm(written: string): string {
  return written.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/, '$3-$2-$1');
}

function enumerationForm(written: string, { type, configuration }: Parameters<Form>[1]): string {
  const values = (type.targets ?? []).flatMap(target => configuration.objects[target]?.enumeration?.values ?? []);
  const wanted = written.toLowerCase();
  const named = values.find(value => value.name === written);
  const titled = values.find(value =>
    languages.some(language => textIn(value.title, language).toLowerCase() === wanted),
  );
  return (named ?? titled)?.name ?? written;
}
