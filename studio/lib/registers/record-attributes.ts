import { type Attribute, evaluate, type MetadataObject, type ValueSource } from '#platform';
import type { Value } from '../../../runtime/http/contract.ts';
import type { Locale } from '../locale.svelte.ts';

/** What a record of an independent register is made of: its period, where it has one, then its own attributes. */
export function recordAttributes(object: MetadataObject, locale: Locale): readonly Attribute[] {
  const register = object.register;
  if (register === undefined) return [];
  const own = [...register.dimensions, ...register.resources, ...register.attributes];
  const periodicity = register.information?.periodicity ?? 'none';
  if (periodicity === 'none' || own.some(attribute => attribute.name === 'period')) return own;
  return [periodAttribute(object, locale), ...own];
}

/** Knows nothing: defaults that need no more than themselves have a value all the same. */
const nothing: ValueSource = {
  row: () => undefined,
  value: () => undefined,
  field: () => undefined,
  register: () => undefined,
  constant: () => undefined,
  allowed: () => undefined,
  option: () => undefined,
};

/** The defaults of a new record that can be known here. */
export function defaultsOf(attributes: readonly Attribute[]): Readonly<Record<string, Value>> {
  const known = attributes.flatMap(({ name, default: given }) => {
    const value = given && evaluate(given, nothing);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(known);
}

function periodAttribute(object: MetadataObject, locale: Locale): Attribute {
  return {
    id: `${object.id}-period`,
    name: 'period',
    path: `${object.path}.period`,
    title: { [locale.language]: locale.t('register.period') },
    type: { name: 'date', storage: 'date' },
    standard: true,
    required: true,
    readOnly: false,
    unique: false,
  };
}
