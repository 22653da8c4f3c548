import type { Problem } from '../problems/problem.ts';
import type { CheckContext } from './configuration-check.ts';

/** What is wrong, without the place. */
export type Breach = Pick<Problem, 'code' | 'parameters'>;

/**
 * A problem of the element with this path, shown where that element is written; of a part that is not written
 * anywhere itself, where the nearest element around it is.
 */
export function problemOf(context: CheckContext, path: string, { within, ...breach }: PlacedBreach): Problem {
  const place = placeAround(context, path, within);
  return { ...breach, path, ...(place === undefined ? {} : { place }) };
}

/** A breach whose cause is one value of the element. */
export interface PlacedBreach extends Breach {
  readonly within?: readonly (string | number)[];
}

function placeAround(
  context: CheckContext,
  path: string,
  within?: PlacedBreach['within'],
): ReturnType<CheckContext['placeOf']> {
  const place = context.placeOf(path, within);
  const end = path.lastIndexOf('.');
  return place !== undefined || end < 0 ? place : placeAround(context, path.slice(0, end));
}
