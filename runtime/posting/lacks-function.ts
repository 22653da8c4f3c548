import type { MetadataObject } from '#platform';
import { documentText, textLiteral } from '../records/document-text.ts';
import { columnList, type RegisterLayout } from '../registers/register-layout.ts';
import { columnsOf } from '../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import { type BalanceConstraint, balanceConstraints } from './balance-constraints.ts';
import { keyText } from './key-text.ts';
import { movementsFunctionName, type RuleContext } from './movements-function.ts';

/** The name of the function that words why balances of a register refuse documents of a type. */
export function lacksFunctionName(document: MetadataObject, register: MetadataObject): string {
  return `${document.path}:lacks:${register.id}`;
}

/**
 * The function that turns refused balances into problems: which key, how much there was, how much which document
 * needs, in which lines. It runs only when a posting is refused, so that the usual case pays nothing for the wording.
 * Where no movement that is left explains the balance (a receipt was taken back), the difference itself is the need.
 */
export function lacksFunction(context: RuleContext): string {
  const { configuration, document, layout } = context;
  const constraints = balanceConstraints(configuration, layout);
  const recorded = columnList(['recorder', ...layout.key]);
  return `create or replace function ${q(lacksFunctionName(document, layout.object))}(_refused jsonb, _ids uuid[], _posts boolean)
returns jsonb language sql stable as $function$
with refused as (
  select row_number() over () as ":place", r.* from jsonb_to_recordset(_refused) as r(${recordColumns(layout)})),
fresh as (
  select ${recorded}, min("source:section") as section, min("source:line") as line,
    string_agg("source:line"::text, ', ' order by "source:line") as lines,
    ${layout.resources.map(name => `sum(${q(name)}) as ${q(name)}`).join(', ')}
  from ${q(movementsFunctionName(document, layout.object))}(_ids) where _posts group by ${recorded})
select coalesce(jsonb_agg(problem order by ":place", ordinal, recorder), '[]') from (
${constraints.map((constraint, index) => problemQuery(context, constraint, index)).join('\nunion all\n')}) as found
$function$`;
}

function recordColumns(layout: RegisterLayout): string {
  const numbers = [...layout.resources, ...layout.resources.map(name => `${name}:change`)];
  const typed = layout.register.dimensions.flatMap(columnsOf).map(({ name, type }) => `${q(name)} ${type}`);
  return [...typed, ...numbers.map(name => `${q(name)} numeric`)].join(', ');
}

function problemQuery(context: RuleContext, constraint: BalanceConstraint, ordinal: number): string {
  const { configuration, document, layout } = context;
  const { floor } = constraint;
  const excused = floor === undefined ? 'false' : `k.${q(`${floor}:change`)} >= 0`;
  const values = [
    `'register', ${textLiteral(layout.object.title)}`,
    `'key', ${keyText(configuration, layout, 'k')}`,
    `'document', ${documentText(document, 'd')}`,
    `'lines', x.lines`,
    ...(floor === undefined ? conditionParameters(layout, constraint) : floorParameters(layout, floor)),
  ];
  return `select jsonb_strip_nulls(jsonb_build_object('code', ${quoteLiteral(floor === undefined ? 'balance-refused' : 'not-enough')},
    'path', ${quoteLiteral(constraint.path)}, 'record', x.recorder, 'section', x.section, 'line', x.line,
    'parameters', jsonb_build_object(${values.join(', ')}))) as problem, k.":place", x.recorder, ${ordinal} as ordinal
  from refused k cross join lateral (${blame(layout, floor)}) x left join ${q(document.path)} d on d.id = x.recorder
  where (${constraint.broken}) and not ${excused}`;
}

function floorParameters(layout: RegisterLayout, floor: string): string[] {
  const title = layout.register.resources.find(({ name }) => name === floor)?.title ?? {};
  return [
    `'resource', ${textLiteral(title)}`,
    `'needed', trim_scale(x.needed)::text`,
    `'found', trim_scale(x.found)::text`,
    `'missing', trim_scale(x.needed - x.found)::text`,
  ];
}

function conditionParameters(layout: RegisterLayout, constraint: BalanceConstraint): string[] {
  const balance = layout.resources.map(name => `trim_scale(k.${q(name)})::text`).join(', ');
  return [`'constraint', ${textLiteral(constraint.text)}`, `'balance', concat_ws(', ', ${balance})`];
}

/** The documents whose movements lead to a refused balance; those that only add to it are not to blame. */
function blame(layout: RegisterLayout, floor: string | undefined): string {
  const same = layout.key.map(name => `f.${q(name)} is not distinct from k.${q(name)}`).join(' and ') || 'true';
  const guilty = floor === undefined ? same : `${same} and f.${q(floor)} < 0`;
  const measures = (own: string, found: string) =>
    floor === undefined ? '' : `, -(${own}) as needed, (k.${q(floor)} - ${found}) as found`;
  const change = floor === undefined ? '' : `k.${q(`${floor}:change`)}`;
  const own = floor === undefined ? '' : `f.${q(floor)}`;
  return `select f.recorder, f.section, f.line, f.lines${measures(own, `sum(${own}) over ()`)} from fresh f where ${guilty}
    union all
    select case when cardinality(_ids) = 1 then _ids[1] end, null, null, null${measures(change, change)}
    where not exists (select from fresh f where ${guilty})`;
}
