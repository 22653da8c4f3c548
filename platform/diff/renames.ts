import type { Listed } from './elements.ts';

/** Rewrites values of the earlier configuration in the words of the later one, so that only real changes differ. */
export type Rewrite = (value: unknown) => unknown;

/**
 * Follows renames of objects, sections and attributes through everything that points to them: types, owners, rights,
 * options, posting rules and checked expressions. Of an expression only the checked tree counts, not how it is typed.
 */
export function rewriteOf(pairs: readonly (readonly [Listed, Listed])[]): Rewrite {
  const paths = new Map<string, string>();
  for (const [before, after] of pairs) {
    if (before.element.path !== after.element.path) paths.set(before.element.path, after.element.path);
  }
  return value => rewritten(value, paths);
}

function rewritten(value: unknown, paths: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return paths.get(value) ?? value;
  if (Array.isArray(value)) return value.map(item => rewritten(item, paths));
  if (typeof value !== 'object' || value === null) return value;
  if ('root' in value && 'text' in value) return rewritten(value.root, paths);
  const result: Record<string, unknown> = {};
  for (const [name, of] of Object.entries(value)) result[paths.get(name) ?? name] = rewritten(of, paths);
  if ('owner' in value && 'name' in value) result.name = renamedField(`${value.owner}.${value.name}`, paths);
  return result;
}

function renamedField(path: string, paths: ReadonlyMap<string, string>): string {
  return (paths.get(path) ?? path).split('.').at(-1) ?? path;
}
