import type { Entity, PredefinedItem } from '../capabilities/entity.ts';
import type { Configuration } from '../packages/configuration.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Problem } from '../problems/problem.ts';
import type { DataType } from '../types/data-type.ts';
import { valueTypeOf } from '../types/value-types.ts';
import { circles } from './circles.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Predefined items can be written as they stand: values of the right types, required ones given, parents in their hierarchy. */
export const predefinedSound: ConfigurationCheck = (configuration, context) =>
  Object.values(configuration.objects).flatMap(({ path: owner, entity }) => {
    if (entity === undefined) return [];
    const items = entity.predefined.flatMap(item => {
      const at: Place = { owner, entity, item, context, configuration };
      return [...unknownValues(at), ...wrongValues(at), ...missingValues(at), ...misplaced(at), ...wrongParent(at)];
    });
    return [...items, ...parentsInCircle(entity, context)];
  });

interface Place {
  readonly owner: string;
  readonly entity: Entity;
  readonly item: PredefinedItem;
  readonly context: CheckContext;
  readonly configuration: Configuration;
}

function unknownValues({ owner, entity, item, context }: Place): Problem[] {
  const names = entity.attributes.map(({ name }) => name);
  return Object.keys(item.values)
    .filter(name => !names.includes(name))
    .map(found =>
      problemOf(context, item.path, {
        code: 'column-unknown',
        parameters: { found, owner, suggestion: didYouMean(found, names) },
      }),
    );
}

function wrongValues({ entity, item, context, configuration }: Place): Problem[] {
  return entity.attributes.flatMap(({ name, type }) => {
    const value = item.values[name];
    if (value === undefined || value === null || fits(value, type, configuration)) return [];
    const parameters = { found: JSON.stringify(value), column: name, type: valueTypeOf(type).title };
    return [problemOf(context, item.path, { code: 'predefined-value-wrong', parameters })];
  });
}

function fits(value: unknown, type: DataType, { objects }: Configuration): boolean {
  if (valueTypeOf(type).check(value, type) !== undefined) return false;
  const enumerations = (type.targets ?? []).flatMap(target => objects[target]?.enumeration ?? []);
  return enumerations.length === 0 || enumerations.some(({ values }) => values.some(({ name }) => name === value));
}

/** The description comes from the title, the code from numbering. */
function missingValues({ entity, item, context }: Place): Problem[] {
  if (item.isGroup) return [];
  return entity.attributes
    .filter(({ standard, required, default: given }) => required && !standard && given === undefined)
    .filter(({ name }) => (item.values[name] ?? null) === null)
    .map(({ name }) =>
      problemOf(context, item.path, { code: 'predefined-value-missing', parameters: { column: name } }),
    );
}

function misplaced({ entity, item, context }: Place): Problem[] {
  const wrong = [
    ...(item.isGroup && entity.hierarchy?.of !== 'groups' ? ['isGroup'] : []),
    ...(item.parent !== undefined && entity.hierarchy === undefined ? ['parent'] : []),
  ];
  return wrong.map(property =>
    problemOf(context, item.path, { code: 'predefined-not-in-hierarchy', parameters: { property } }),
  );
}

function wrongParent({ entity, item, context }: Place): Problem[] {
  if (item.parent === undefined || entity.hierarchy === undefined) return [];
  const groupsOnly = entity.hierarchy.of === 'groups';
  const possible = entity.predefined.filter(({ isGroup }) => isGroup || !groupsOnly).map(({ name }) => name);
  if (possible.includes(item.parent)) return [];
  const parameters = { found: item.parent, suggestion: didYouMean(item.parent, possible) };
  return [problemOf(context, item.path, { code: 'predefined-parent-wrong', parameters })];
}

function parentsInCircle({ predefined }: Entity, context: CheckContext): Problem[] {
  const items = new Map(predefined.map(item => [item.name, item]));
  const found = circles(items.keys(), name => [items.get(name)?.parent ?? []].flat());
  return found.flatMap(([name = '']) => {
    const item = items.get(name);
    if (item === undefined) return [];
    const parameters = { found: item.parent ?? '', suggestion: '' };
    return [problemOf(context, item.path, { code: 'predefined-parent-wrong', parameters })];
  });
}
