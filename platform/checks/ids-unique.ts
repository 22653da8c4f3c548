import type { Element } from '../diff/change.ts';
import { elementsOf } from '../diff/elements.ts';
import type { Problem } from '../problems/problem.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

const shortId = /^[a-z0-9]{8}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Permanent ids have their form and belong to one element each: of objects in the whole configuration, of parts in their object. */
export const idsUnique: ConfigurationCheck = (configuration, context) => {
  const elements = elementsOf(configuration).map(({ element }) => ({ ...element, id: element.id.replace(/@.*$/, '') }));
  const own = elements.filter(({ standard }) => !standard);
  return [...malformed(own, context), ...shared(own, context)];
};

function malformed(elements: readonly Element[], context: CheckContext): Problem[] {
  return elements
    .filter(({ part, id }) => !(part === 'predefined' ? uuid : shortId).test(id))
    .map(({ path, id }) => problemOf(context, path, { code: 'id-not-well-formed', parameters: { found: id } }));
}

function shared(elements: readonly Element[], context: CheckContext): Problem[] {
  const owners = new Map<string, Element>();
  return elements.flatMap(element => {
    const key = scopeOf(element) + element.id;
    const other = owners.get(key);
    owners.set(key, other ?? element);
    if (other === undefined || other.path === element.path) return [];
    return [
      problemOf(context, element.path, { code: 'id-not-unique', parameters: { found: element.id, other: other.path } }),
    ];
  });
}

/** Data refers to objects and predefined items by id alone; parts are only ever looked up within their object. */
function scopeOf({ part, object }: Element): string {
  return part === 'object' || part === 'predefined' ? '' : `${object} `;
}
