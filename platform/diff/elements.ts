import type { Attribute } from '../capabilities/attribute.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Configuration } from '../packages/configuration.ts';
import type { DataType } from '../types/data-type.ts';
import type { Element, Part } from './change.ts';

/** An element with everything about it that can differ, apart from its parts, which are elements themselves. */
export interface Listed {
  readonly element: Element;
  /** Permanent ids from the object down: unique in the configuration even where a kind gives equal ids to all. */
  readonly key: string;
  readonly type?: DataType;
  /** Computed when asked for: most who list elements only want to know which there are. */
  readonly properties: () => Readonly<Record<string, unknown>>;
}

/** Every element of a configuration, objects before their parts, in the configuration's own order. */
export function elementsOf(configuration: Configuration): Listed[] {
  return Object.values(configuration.objects).flatMap(object => [objectItself(object), ...partsOf(object)]);
}

function objectItself(object: MetadataObject): Listed {
  const { id, name, path } = object;
  return {
    element: { part: 'object', id, name, path, object: path, standard: false },
    key: id,
    properties: () => objectProperties(object),
  };
}

/** What an object says of itself; what is said of its parts is theirs. */
function objectProperties({ entity, register, ...object }: MetadataObject): Record<string, unknown> {
  return {
    ...omit(object, [...identity, 'package', 'posting', 'enumeration', 'constant']),
    ...prefixed('entity', entity, ['attributes', 'sections', 'checks', 'predefined']),
    ...prefixed('register', register, ['dimensions', 'resources', 'attributes', 'accumulation']),
    'register.accumulation': register?.accumulation?.of,
  };
}

const identity = ['id', 'name', 'path'];

function partsOf(object: MetadataObject): Listed[] {
  const { entity, register } = object;
  const list = partLister(object);
  return [
    ...list('attribute', entity?.attributes),
    ...(entity?.sections ?? []).flatMap(section => [
      ...list('section', [section]),
      ...section.attributes.map(attribute => lineAttribute(object, section, attribute)),
    ]),
    ...list('check', entity?.checks),
    ...list('predefined', entity?.predefined),
    ...list('dimension', register?.dimensions),
    ...list('resource', register?.resources),
    ...list('attribute', register?.attributes),
    ...list('constraint', register?.accumulation?.constraints),
    ...list('value', object.enumeration?.values),
    ...list('constant', object.constant === undefined ? [] : [object.constant]),
    ...list('rule', ruleVersions(object)),
  ];
}

/** Versions of one rule share its id and name; the date they begin on tells them apart. */
function ruleVersions(object: MetadataObject): Named[] {
  return (object.posting?.rules ?? []).map(rule => ({ ...rule, id: `${rule.id}@${rule.from}` }));
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly type?: DataType;
  readonly standard?: boolean;
}

function partLister(object: MetadataObject) {
  return (part: Part, parts: readonly Named[] = []) => parts.map(named => listed(object, part, named));
}

function lineAttribute(object: MetadataObject, section: Named, attribute: Attribute): Listed {
  const { element, key, ...rest } = listed(object, 'attribute', attribute);
  return {
    ...rest,
    element: { ...element, section: section.name },
    key: `${object.id}/section/${section.id}/${key}`,
  };
}

function listed(object: MetadataObject, part: Part, named: Named): Listed {
  const { id, name, path, type, standard = false } = named;
  return {
    element: { part, id, name, path, object: object.path, standard },
    key: `${object.id}/${part}/${id}`,
    ...(type === undefined ? {} : { type }),
    properties: () => omit(named, [...identity, 'type', 'standard', 'attributes']),
  };
}

function prefixed(prefix: string, value: object | undefined, without: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(omit(value ?? {}, without));
  return Object.fromEntries(entries.map(([name, of]) => [`${prefix}.${name}`, of]));
}

function omit(value: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
