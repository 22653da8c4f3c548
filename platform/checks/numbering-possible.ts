import type { Entity } from '../capabilities/entity.ts';
import type { Numbering } from '../capabilities/numbering.ts';
import type { Problem } from '../problems/problem.ts';
import type { Text } from '../text.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Codes and numbers fit their attribute and are unique within something that exists. */
export const numberingPossible: ConfigurationCheck = (configuration, context) =>
  Object.values(configuration.objects).flatMap(({ path, entity }) => {
    const numbering = entity?.numbering;
    if (entity === undefined || numbering === undefined) return [];
    return [...scopeMissing(path, entity, numbering, context), ...tooLong(path, entity, numbering, context)];
  });

const scopes: Readonly<
  Record<Numbering['within'], { readonly is: (entity: Entity) => boolean; readonly title: Text }>
> = {
  whole: { is: () => true, title: {} },
  owner: { is: ({ owners }) => owners.length > 0, title: { en: 'owner', ru: 'владельца' } },
  parent: { is: ({ hierarchy }) => hierarchy !== undefined, title: { en: 'parent', ru: 'родителя' } },
};

function scopeMissing(path: string, entity: Entity, { within }: Numbering, context: CheckContext): Problem[] {
  const { is, title } = scopes[within];
  if (is(entity)) return [];
  return [problemOf(context, path, { code: 'numbering-scope-missing', parameters: { within: title } })];
}

function tooLong(
  path: string,
  entity: Entity,
  { attribute, prefix, digits }: Numbering,
  context: CheckContext,
): Problem[] {
  const limit = entity.attributes.find(({ name }) => name === attribute)?.type.length;
  const found = prefix.length + digits;
  if (limit === undefined || found <= limit) return [];
  return [problemOf(context, path, { code: 'number-too-long', parameters: { found, limit, column: attribute } })];
}
