import type { Entity } from '../capabilities/entity.ts';
import type { Numbering } from '../capabilities/numbering.ts';
import type { Text } from '../text.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { type Breach, problemOf } from './problem-of.ts';

/** Codes and numbers fit their attribute and are unique within something that exists. */
export const numberingPossible: ConfigurationCheck = (configuration, context) =>
  Object.values(configuration.objects).flatMap(({ path, entity }) => {
    if (entity?.numbering === undefined) return [];
    const found = [...scopeMissing(entity, entity.numbering), ...tooLong(entity, entity.numbering)];
    return found.map(what => problemOf(context, path, what));
  });

const scopes: Readonly<
  Record<Numbering['within'], { readonly is: (entity: Entity) => boolean; readonly title: Text }>
> = {
  whole: { is: () => true, title: {} },
  owner: { is: ({ owners }) => owners.length > 0, title: { en: 'owner', ru: 'владельца' } },
  parent: { is: ({ hierarchy }) => hierarchy !== undefined, title: { en: 'parent', ru: 'родителя' } },
};

function scopeMissing(entity: Entity, { within }: Numbering): Breach[] {
  const { is, title } = scopes[within];
  return is(entity) ? [] : [{ code: 'numbering-scope-missing', parameters: { within: title } }];
}

function tooLong(entity: Entity, { attribute, prefix, digits }: Numbering): Breach[] {
  const limit = entity.attributes.find(({ name }) => name === attribute)?.type.length;
  const found = prefix.length + digits;
  if (limit === undefined || found <= limit) return [];
  return [{ code: 'number-too-long', parameters: { found, limit, column: attribute } }];
}
