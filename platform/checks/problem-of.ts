import type { Problem } from '../problems/problem.ts';
import type { CheckContext } from './configuration-check.ts';

/** What is wrong, without the place. */
export type Breach = Pick<Problem, 'code' | 'parameters'>;

/**
 * A problem of the element with this path, shown where that element is written; of a part that is not written
 * anywhere itself, where the nearest element around it is.
 */
export function problemOf(context: CheckContext, path: string, breach: Breach): Problem {
  const place = placeAround(context, path);
  return { ...breach, path, ...(place === undefined ? {} : { place }) };
}

function placeAround(context: CheckContext, path: string): ReturnType<CheckContext['placeOf']> {
  const place = context.placeOf(path);
  const end = path.lastIndexOf('.');
  return place !== undefined || end < 0 ? place : placeAround(context, path.slice(0, end));
}
