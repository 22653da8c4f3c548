import type { Attribute } from '../capabilities/attribute.ts';
import type { Expression } from '../expressions/expression.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Configuration } from '../packages/configuration.ts';
import { attributePlaces, ownAttributes } from './attribute-places.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { scaleOf } from './decimal-scale.ts';
import { problemOf } from './problem-of.ts';

/** No decimal loses digits on its way into an attribute or a register without a word about rounding. */
export const decimalsKept: ConfigurationCheck = (configuration, context) => {
  const assignments = [
    ...attributePlaces(configuration).flatMap(({ attribute }) => computed(attribute)),
    ...Object.values(configuration.objects).flatMap(object => [...posted(object, configuration), ...filled(object)]),
  ];
  return assignments.flatMap(({ path, to, value }) => {
    const kept = to.type.scale;
    const found = scaleOf(value.root);
    if (kept === undefined || found === undefined || found <= kept) return [];
    return [problemOf(context, path, { code: 'scale-lost', parameters: { found, kept, column: to.name } })];
  });
};

/** A value that an expression puts into an attribute. */
interface Assignment {
  readonly path: string;
  readonly to: Attribute;
  readonly value: Expression;
}

function computed(to: Attribute): Assignment[] {
  return [to.formula, to.default].flatMap(value => (value === undefined ? [] : [{ path: to.path, to, value }]));
}

function posted({ posting }: MetadataObject, { objects }: Configuration): Assignment[] {
  return (posting?.rules ?? []).flatMap(rule => {
    const register = objects[rule.register];
    return register === undefined ? [] : assigned(rule.path, ownAttributes(register), rule.set);
  });
}

function filled({ path, entity }: MetadataObject): Assignment[] {
  return (entity?.fillFrom ?? []).flatMap(({ set, sections }) => [
    ...assigned(path, entity?.attributes ?? [], set),
    ...Object.entries(sections).flatMap(([name, lines]) => {
      const section = entity?.sections.find(candidate => candidate.name === name);
      return section === undefined ? [] : assigned(section.path, section.attributes, lines.set);
    }),
  ]);
}

function assigned(
  path: string,
  columns: readonly Attribute[],
  set: Readonly<Record<string, Expression>>,
): Assignment[] {
  return columns.flatMap(to => {
    const value = set[to.name];
    return value === undefined ? [] : [{ path, to, value }];
  });
}
