import type { Attribute } from '../capabilities/attribute.ts';
import type { Entity } from '../capabilities/entity.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Storage } from '../types/data-type.ts';
import { valueTypeOf } from '../types/value-types.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { type Breach, problemOf } from './problem-of.ts';

/** Presentation, input by string and default order name attributes that exist and can serve. */
export const shownAttributesKnown: ConfigurationCheck = (configuration, context) =>
  Object.values(configuration.objects).flatMap(({ path, entity }) => {
    if (entity === undefined) return [];
    return usesOf(entity).flatMap(use => {
      const attribute = entity.attributes.find(({ name }) => name === use.name);
      const breaches = attribute === undefined ? [unknown(path, entity, use)] : unsuitable(attribute, use);
      return breaches.map(breach => problemOf(context, path, { ...breach, within: use.within }));
    });
  });

interface Use {
  readonly property: 'presentation' | 'inputBy' | 'order';
  readonly name: string;
  /** Where the use is written within its object. */
  readonly within: readonly (string | number)[];
}

function usesOf({ presentation, inputBy, order }: Entity): Use[] {
  return [
    ...presentation.map((name, index) => ({
      property: 'presentation' as const,
      name,
      within: ['presentation', index],
    })),
    ...inputBy.map((name, index) => ({ property: 'inputBy' as const, name, within: ['inputBy', index] })),
    { property: 'order', name: order.replace(/^-/, ''), within: ['order'] },
  ];
}

function unknown(owner: string, { attributes }: Entity, { property, name: found }: Use): Breach {
  const suggestion = didYouMean(
    found,
    attributes.map(({ name }) => name),
  );
  return { code: 'shown-attribute-unknown', parameters: { property, found, owner, suggestion } };
}

const ordered: readonly Storage[] = ['text', 'decimal', 'boolean', 'date', 'dateTime', 'month'];

const suitable: Readonly<Record<Use['property'], (attribute: Attribute) => boolean>> = {
  presentation: () => true,
  inputBy: ({ type }) => type.storage === 'text',
  order: ({ type }) => ordered.includes(type.storage),
};

function unsuitable(attribute: Attribute, { property, name: found }: Use): Breach[] {
  if (suitable[property](attribute)) return [];
  const type = valueTypeOf(attribute.type).title;
  return [{ code: 'shown-attribute-not-suitable', parameters: { property, found, type } }];
}
