import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Problem } from '../problems/problem.ts';
import { ownAttributes } from './attribute-places.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { type Breach, problemOf } from './problem-of.ts';

/** What stands in one place has names of its own, also when case is ignored, and none that the platform keeps itself. */
export const namesDistinct: ConfigurationCheck = (configuration, context) => {
  const objects = Object.values(configuration.objects);
  return [
    ...clashes(objects, context),
    ...objects.flatMap(object => [
      ...spacesOf(object).flatMap(names => clashes(names, context)),
      ...keptByPlatform(object, context),
    ]),
  ];
};

interface Named {
  readonly name: string;
  readonly path: string;
  readonly standard?: boolean;
}

/** Groups of names that an expression, a form or a table would mistake for one another. */
function spacesOf(object: MetadataObject): readonly (readonly Named[])[] {
  const { entity, posting, register, enumeration } = object;
  return [
    [...ownAttributes(object), ...(entity?.sections ?? [])],
    ...(entity?.sections ?? []).map(section => section.attributes),
    entity?.checks ?? [],
    entity?.predefined ?? [],
    register?.accumulation?.constraints ?? [],
    enumeration?.values ?? [],
    firstVersions(posting?.rules ?? []),
  ];
}

/** Versions of one rule share its name on purpose. */
function firstVersions(rules: readonly (Named & { readonly id: string })[]): Named[] {
  return rules.filter((rule, index) => rules.findIndex(({ id }) => id === rule.id) === index);
}

function clashes(names: readonly Named[], context: CheckContext): Problem[] {
  const first = new Map<string, Named>();
  return names.flatMap(named => {
    const key = named.path.toLowerCase();
    const other = first.get(key);
    first.set(key, other ?? named);
    if (other === undefined) return [];
    const breach: Breach =
      other.standard && other.name === named.name
        ? { code: 'name-kept-by-platform', parameters: { found: named.name } }
        : { code: 'names-clash', parameters: { found: named.name, other: other.name } };
    return [problemOf(context, named.path, breach)];
  });
}

const keptColumns = {
  entity: ['id', 'version', 'createdAt', 'changedAt', 'changedBy'],
  section: ['record', 'line'],
  register: [
    'id',
    'version',
    'changedAt',
    'changedBy',
    'period',
    'recorder',
    'line',
    'rule',
    'movement',
    'month',
    'shard',
  ],
};

function keptByPlatform(object: MetadataObject, context: CheckContext): Problem[] {
  const { entity, register } = object;
  const columns = ownAttributes(object).filter(({ standard }) => !standard);
  return [
    ...(entity === undefined ? [] : kept(columns, keptColumns.entity)),
    ...(register === undefined ? [] : kept(columns, keptColumns.register)),
    ...(entity?.sections ?? []).flatMap(section => kept(section.attributes, keptColumns.section)),
  ].map(({ name, path }) => problemOf(context, path, { code: 'name-kept-by-platform', parameters: { found: name } }));
}

function kept(attributes: readonly Named[], columns: readonly string[]): readonly Named[] {
  return attributes.filter(({ name }) => columns.includes(name));
}
