import type { ProblemCode } from '../problems/catalogue.ts';
import type { Problem, ProblemParameter } from '../problems/problem.ts';
import type { CheckContext } from './configuration-check.ts';

/**
 * A problem of the element with this path, shown where that element is written; of a part that is not written
 * anywhere itself, where the nearest element around it is.
 */
export function problemOf(
  context: CheckContext,
  path: string,
  what: { readonly code: ProblemCode; readonly parameters: Readonly<Record<string, ProblemParameter>> },
): Problem {
  const place = placeAround(context, path);
  return { ...what, path, ...(place === undefined ? {} : { place }) };
}

function placeAround(context: CheckContext, path: string): ReturnType<CheckContext['placeOf']> {
  const place = context.placeOf(path);
  const end = path.lastIndexOf('.');
  return place !== undefined || end < 0 ? place : placeAround(context, path.slice(0, end));
}
