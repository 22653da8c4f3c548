import type { Attribute } from '../capabilities/attribute.ts';
import type { Section } from '../capabilities/section.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Configuration } from '../packages/configuration.ts';

/** An attribute and where it stands. */
export interface AttributePlace {
  readonly object: MetadataObject;
  /** The tabular section, for an attribute of its lines. */
  readonly section?: Section;
  readonly attribute: Attribute;
}

/** Every attribute, dimension, resource and constant of a configuration, in its order. */
export function attributePlaces(configuration: Configuration): AttributePlace[] {
  return Object.values(configuration.objects).flatMap(object => [
    ...ownAttributes(object).map(attribute => ({ object, attribute })),
    ...(object.entity?.sections ?? []).flatMap(section =>
      section.attributes.map(attribute => ({ object, section, attribute })),
    ),
  ]);
}

/** What stands directly in the object: its attributes, or the columns of a register, or the value of a constant. */
export function ownAttributes(object: MetadataObject): readonly Attribute[] {
  const { dimensions = [], resources = [], attributes = [] } = object.register ?? {};
  const constant = object.constant === undefined ? [] : [object.constant];
  return [...(object.entity?.attributes ?? []), ...dimensions, ...resources, ...attributes, ...constant];
}
