import type { Entity } from '../capabilities/entity.ts';
import type { Numbering } from '../capabilities/numbering.ts';
import type { Text } from '../text.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Codes are unique within something that the catalog has. */
export const numberingPossible: ConfigurationCheck = (configuration, context) =>
  Object.values(configuration.objects).flatMap(({ path, entity }) => {
    if (entity?.numbering === undefined) return [];
    const { is, title } = scopes[entity.numbering.within];
    if (is(entity)) return [];
    const within = ['code', 'within'];
    return [problemOf(context, path, { code: 'numbering-scope-missing', parameters: { within: title }, within })];
  });

const scopes: Readonly<
  Record<Numbering['within'], { readonly is: (entity: Entity) => boolean; readonly title: Text }>
> = {
  whole: { is: () => true, title: {} },
  owner: { is: ({ owners }) => owners.length > 0, title: { en: 'owner', ru: 'владельца' } },
  parent: { is: ({ hierarchy }) => hierarchy !== undefined, title: { en: 'parent', ru: 'родителя' } },
};
