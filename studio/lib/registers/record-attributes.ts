import type { Attribute, MetadataObject } from '#platform';
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
