import type { Configuration } from '../packages/configuration.ts';
import type { Altered, Change } from './change.ts';
import { elementsOf, type Listed } from './elements.ts';
import { equal } from './equal.ts';
import { type Rewrite, rewriteOf } from './renames.ts';

/**
 * What must change for `before` to become `after`: first what was removed, then what was renamed, retyped or altered,
 * then what was added, each in the order of its configuration. Equal configurations have no changes.
 */
export function diff(before: Configuration, after: Configuration): Change[] {
  if (before.hash === after.hash) return [];
  const old = byKey(elementsOf(before));
  const now = byKey(elementsOf(after));
  const pairs = [...old].flatMap(([key, from]): [Listed, Listed][] => {
    const to = now.get(key);
    return to === undefined ? [] : [[from, to]];
  });
  const rewrite = rewriteOf(pairs);
  const removed = [...old]
    .filter(([key]) => !now.has(key))
    .map(([, { element }]) => ({ change: 'removed', element }) as const);
  const added = [...now]
    .filter(([key]) => !old.has(key))
    .map(([, { element }]) => ({ change: 'added', element }) as const);
  return [...removed, ...pairs.flatMap(([from, to]) => changesBetween(from, to, rewrite)), ...added];
}

function byKey(elements: readonly Listed[]): Map<string, Listed> {
  return new Map(elements.map(listed => [listed.key, listed]));
}

function changesBetween(from: Listed, to: Listed, rewrite: Rewrite): Change[] {
  return [...renamed(from, to), ...retyped(from, to, rewrite), ...altered(from, to, rewrite)];
}

/** The later configuration needs no new words, but its expressions are reduced to their trees all the same. */
const plain = rewriteOf([]);

function renamed({ element: from }: Listed, { element: to }: Listed): Change[] {
  const same = from.part === 'object' ? from.path === to.path : from.name === to.name;
  return same ? [] : [{ change: 'renamed', from, to }];
}

function retyped(from: Listed, to: Listed, rewrite: Rewrite): Change[] {
  if (from.type === undefined || to.type === undefined) return [];
  if (equal(rewrite(from.type), rewrite(to.type))) return [];
  return [{ change: 'retyped', before: from.element, element: to.element, from: from.type, to: to.type }];
}

function altered(from: Listed, to: Listed, rewrite: Rewrite): Altered[] {
  const [before, after] = [from.properties(), to.properties()];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter(name => !equal(rewrite(before[name]), plain(after[name])))
    .map(property => ({
      change: 'altered',
      before: from.element,
      element: to.element,
      property,
      from: before[property],
      to: after[property],
    }));
}
