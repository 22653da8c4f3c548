import type { Attribute } from '../capabilities/attribute.ts';
import type { Section } from '../capabilities/section.ts';
import type { MetadataLookup } from '../expressions/scope.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import { fullPath, objectPathOf } from '../metadata-path.ts';
import type { Configuration } from './configuration.ts';

/** The object of a path. Throws when there is none: paths come from the configuration itself, or were checked before. */
export function objectOf(configuration: Configuration, path: string): MetadataObject {
  const object = Object.hasOwn(configuration.objects, path) ? configuration.objects[path] : undefined;
  if (object === undefined) throw new Error(`The configuration has no object ${path}.`);
  return object;
}

/** The tabular section of a path ('technical.GoodsReceipt.lines'); undefined when there is none. */
export function sectionAt(configuration: Configuration, path: string): Section | undefined {
  return configuration.objects[objectPathOf(path) ?? '']?.entity?.sections.find(section => section.path === path);
}

/**
 * The attribute of a path: of a record ('technical.GoodsReceipt.supplier'), of a section's line
 * ('technical.GoodsReceipt.lines.quantity'), or a dimension, resource or attribute of a register. Throws when there is none.
 */
export function attributeAt(configuration: Configuration, path: string): Attribute {
  const object = objectOf(configuration, objectPathOf(path) ?? path);
  const { entity, register, constant } = object;
  const attributes = [
    ...(entity?.attributes ?? []),
    ...(entity?.sections.flatMap(section => section.attributes) ?? []),
    ...(register === undefined ? [] : [...register.dimensions, ...register.resources, ...register.attributes]),
    ...(constant === undefined ? [] : [constant]),
  ];
  const attribute = attributes.find(attribute => attribute.path === path);
  if (attribute === undefined) throw new Error(`The configuration has no attribute ${path}.`);
  return attribute;
}

/** How expressions that are written after assembly, such as filters, find what they name. All packages are visible to them. */
export function lookupIn(configuration: Configuration): MetadataLookup {
  const object = (path: string) =>
    Object.hasOwn(configuration.objects, path) ? configuration.objects[path] : undefined;
  return {
    object,
    resolve: (name, fromPackage) => object(fullPath(name, fromPackage)),
    names: () => Object.keys(configuration.objects),
  };
}
