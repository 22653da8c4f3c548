import type { MetadataObject } from '#platform';
import type { IconName } from '../components/icons.ts';

/** A picture for an object by what it can do. */
export function iconOf(object: MetadataObject): IconName {
  if (object.posting !== undefined) return 'document';
  if (object.entity?.hierarchy !== undefined) return 'tree';
  if (object.entity !== undefined) return 'list';
  return object.register !== undefined ? 'register' : 'settings';
}
