import { didYouMean } from '../problems/closest.ts';
import type { At, DefineContext } from './define-context.ts';

/** The part of `owner` (a metadata path) that has this name; reports and answers undefined when there is none. */
export function partNamed<Part extends { readonly name: string }>(
  context: DefineContext,
  { parts, owner }: { readonly parts: readonly Part[]; readonly owner: string },
  { name, at }: { readonly name: string; readonly at: At },
): Part | undefined {
  const part = parts.find(part => part.name === name);
  if (part !== undefined || context.isUnjudged(name)) return part;
  const names = parts.map(part => part.name);
  context.report('part-unknown', at, { name, owner, didYouMean: didYouMean(name, names), allowed: names.join(', ') });
  return undefined;
}
