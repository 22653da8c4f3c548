import type { Problem } from '#platform';
import { quoteLiteral } from '../../storage/quoting.ts';
import { found, problems } from './variables.ts';

/** One thing that may be wrong: when it is (`failed`, a boolean in SQL), what to say, and the value to show. */
export interface PossibleProblem {
  readonly failed: string;
  readonly problem: Problem;
  /** SQL text of the value found, for the parameter `found`. */
  readonly found?: string;
}

/** A problem as a jsonb literal. */
export function problemLiteral(problem: Problem): string {
  return `${quoteLiteral(JSON.stringify(problem))}::jsonb`;
}

/** A statement that adds whatever is wrong to the problems found; `from` gives one row, or one per line. */
export function collectProblems(possible: readonly PossibleProblem[], from: string, line?: string): string {
  const rows = possible.map(({ failed, problem, found: value }, place) => {
    return `(${place}, ${failed}, ${problemLiteral(problem)}, ${value === undefined ? 'null' : `(${value})::text`})`;
  });
  const detailed = `":possible"."problem"
      || case when ":possible"."found" is null then '{}'
         else jsonb_build_object('parameters', ":possible"."problem"->'parameters' || jsonb_build_object('found', ":possible"."found")) end
      ${line === undefined ? '' : `|| jsonb_build_object('line', ${line})`}`;
  const order = [...(line === undefined ? [] : [line]), '":possible"."place"'].join(', ');
  return `select jsonb_agg(${detailed} order by ${order}) into ${found} from ${from}
    cross join lateral (values ${rows.join(',\n      ')}) as ":possible"("place", "failed", "problem", "found")
    where ":possible"."failed";
  ${problems} := ${problems} || coalesce(${found}, '[]');`;
}

/** Ends the function with the problems found so far, if there are any. */
export const raiseProblems = `if ${problems} <> '[]' then
    raise exception using errcode = 'AUB01', message = 'The record was refused.', detail = ${problems}::text;
  end if;`;

/** Ends the function with one problem, given as jsonb in SQL. */
export function raiseProblem(problem: string): string {
  return `raise exception using errcode = 'AUB01', message = 'The record was refused.', detail = jsonb_build_array(${problem})::text;`;
}
