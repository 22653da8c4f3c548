import type { Text } from '../text.ts';

/**
 * The candidate a mistyped name most likely meant: at most a third of its letters differ (a swap of neighbours counts
 * once, case does not count). Undefined when none is that near.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.max(1, Math.floor(name.length / 3));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > allowed) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** The same as a sentence to put at the end of a message, in every language; empty when there is no near candidate. */
export function didYouMean(name: string, candidates: Iterable<string>): Text | string {
  const candidate = closest(name, candidates);
  if (candidate === undefined) return '';
  return { en: ` Did you mean «${candidate}»?`, ru: ` Возможно, имелось в виду «${candidate}»?` };
}

/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
function editDistance(left: string, right: string): number {
  const at = (row: readonly number[] | undefined, column: number) => row?.[column] ?? Number.POSITIVE_INFINITY;
  let beforeLast: number[] | undefined;
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}
