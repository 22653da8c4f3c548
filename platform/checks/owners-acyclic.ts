import { circles, circleText } from './circles.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** A first item can be made: a catalog with a single owner does not need, however far around, an item of its own. */
export const ownersAcyclic: ConfigurationCheck = ({ objects }, context) =>
  circles(Object.keys(objects), path => onlyOwner(objects[path]?.entity?.owners ?? [])).map(circle =>
    problemOf(context, circle[0] ?? '', {
      code: 'owners-in-circle',
      parameters: { circle: circleText(circle) },
      within: ['owners'],
    }),
  );

/** Where there are several owners to choose from, another one may break the circle. */
function onlyOwner(owners: readonly string[]): readonly string[] {
  return owners.length === 1 ? owners : [];
}
