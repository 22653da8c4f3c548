import { columnList, type Flow, movementHead, type RegisterLayout } from '../registers/register-layout.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import type { BalanceConstraint } from './balance-constraints.ts';

/** What one register needs to know to be written by one document type. */
export interface MovementWrite {
  readonly layout: RegisterLayout;
  /** A query for the movements that there ought to be; absent when the documents are unposted. */
  readonly fresh?: string;
  /** The documents have no movements yet, so there is nothing to lay beside what ought to be. */
  readonly isFirst?: boolean;
  /** SQL over `changed` rows (alias c): true when a value that is required is missing in what ought to be. */
  readonly incomplete: string;
  /** Conditions on the updated totals rows. */
  readonly constraints: readonly BalanceConstraint[];
}

/**
 * The one statement that replaces the movements of the documents `_ids` in one register and carries the difference into
 * turnovers and totals. It lays what ought to be beside what is stored, so that only rows that differ are touched, each
 * at its place. Totals are written in the order of their keys: two postings that meet wait, and never deadlock.
 * It leaves in `_step`: the earliest month touched, the rows left incomplete, the balances refused, and documents whose
 * movements changed before the closed date.
 */
export function movementStatement(write: MovementWrite): string {
  const { layout, fresh } = write;
  const steps = [
    ...(fresh === undefined ? [takenBackStep(layout)] : [changedStep(write, fresh), ...writingSteps(write)]),
    ...(layout.keepsTurnovers ? [keyedStep(write), flowsStep(layout)] : []),
    ...(layout.keepsTotals ? [keptStep(layout)] : []),
  ];
  return `with ${steps.join(',\n')}\n${answer(write)};`;
}

function rowColumns(layout: RegisterLayout): string[] {
  return [...movementHead, ...layout.key, ...layout.resources, ...layout.attributes];
}

/** Columns whose stored values are needed beside those that ought to be, under the names that `stored` gives them. */
function storedColumns(layout: RegisterLayout, alias: string): string {
  return ['period', 'recorder', 'movement', ...layout.key, ...layout.resources]
    .map(name => `${alias}.${q(name)} as ${stored(name)}`)
    .join(', ');
}

function stored(column: string): string {
  return q(`stored:${column}`);
}

/** Without anything that ought to be, all that is stored goes. */
function takenBackStep(layout: RegisterLayout): string {
  return `changed as (
    delete from ${q(layout.movements)} m where m.recorder = any(_ids) returning ${storedColumns(layout, 'm')})`;
}

/**
 * Lines that differ, with both their sides and the place of the stored one: new lines have no place, and lines that are gone
 * have no `line`.
 */
function changedStep({ layout, isFirst }: MovementWrite, fresh: string): string {
  if (isFirst === true) return `changed as materialized (${fresh})`;
  const columns = rowColumns(layout);
  const differs = columns.map(name => `f.${q(name)} is distinct from s.${q(name)}`).join(' or ');
  return `changed as materialized (
    select ${columnList(columns, 'f')}, s._place, ${storedColumns(layout, 's')}
    from (${fresh}) f
    full join (select ctid as _place, ${columnList(columns)} from ${q(layout.movements)} where recorder = any(_ids)) s
      on f.recorder = s.recorder and f.line = s.line
    where ${differs})`;
}

/** A line is recognized by its number, so nothing is inserted where something is removed, and the order does not matter. */
function writingSteps({ layout, isFirst, incomplete }: MovementWrite): string[] {
  const table = q(layout.movements);
  const columns = rowColumns(layout);
  const set = columns.filter(name => !identity.has(name)).map(name => `${q(name)} = c.${q(name)}`);
  const written = (where: string) => `written as (
    insert into ${table} (${columnList(columns)})
    select ${columnList(columns, 'c')} from changed c where ${where}${isWritten(incomplete)})`;
  if (isFirst === true) return [written('')];
  return [
    `removed as (delete from ${table} m using changed c where m.ctid = c._place and c.line is null)`,
    `replaced as (
    update ${table} m set ${set.join(', ')} from changed c where m.ctid = c._place and ${isWritten(incomplete)})`,
    written('c._place is null and '),
  ];
}

/** Columns that say which movement it is. */
const identity: ReadonlySet<string> = new Set(['recorder', 'recorder:type', 'line']);

/** The condition of `changed` rows (alias c) that ought to be there and may be written. */
function isWritten(incomplete: string): string {
  return incomplete === 'false' ? 'c.line is not null' : `c.line is not null and not ${incomplete}`;
}

/** The difference per month and key; what comes to nothing is left out. */
function keyedStep({ layout, fresh, isFirst, incomplete }: MovementWrite): string {
  const sums = layout.flows.map(flow => ({ name: q(flow.column), sum: flowSum(flow) }));
  const gone = [
    `${stored('period')} as period`,
    `${stored('movement')} as movement`,
    ...layout.key.map(name => `${stored(name)} as ${q(name)}`),
    ...layout.resources.map(name => `-${stored(name)} as ${q(name)}`),
  ];
  const come = columnList(['period', 'movement', ...layout.key, ...layout.resources], 'c');
  const sides = [
    ...(fresh === undefined ? [] : [`select ${come} from changed c where ${isWritten(incomplete)}`]),
    ...(isFirst === true
      ? []
      : [`select ${gone.join(', ')} from changed c${fresh === undefined ? '' : ' where c._place is not null'}`]),
  ];
  return `keyed as materialized (
    select ${[`date_trunc('month', period)::date as month`, ...layout.key.map(q), ...sums.map(({ name, sum }) => `${sum} as ${name}`)].join(', ')}
    from (${sides.join(' union all ')}) sides group by ${['1', ...layout.key.map(q)].join(', ')}
    having ${sums.map(({ sum }) => `${sum} <> 0`).join(' or ')})`;
}

function flowSum({ resource, receiptsOnly }: Flow): string {
  return receiptsOnly ? `sum(case when movement > 0 then ${q(resource)} else 0 end)` : `sum(${q(resource)})`;
}

function flowsStep(layout: RegisterLayout): string {
  const columns = layout.flows.map(flow => flow.column);
  const shard = layout.keepsTotals ? '0' : '_shard';
  return `flows as (
    insert into ${q(layout.turnovers)} as t (shard, ${columnList(['month', ...layout.key, ...columns])})
    select ${shard}, ${columnList(['month', ...layout.key, ...columns])} from keyed
    order by ${columnList(['month', ...layout.key])}
    on conflict (${columnList(['month', 'shard', ...layout.key])}) do update set ${additions(columns)})`;
}

/** A register without dimensions keeps one row, whose unique key is a constant. */
function keptStep(layout: RegisterLayout): string {
  const key = columnList(layout.key);
  const columns = [...layout.key, ...layout.resources];
  const sums = layout.resources.map(name => `sum(${q(name)})`);
  const grouped = key === '' ? '' : `group by ${key}`;
  const ordered = key === '' ? '' : `order by ${key}`;
  return `kept as (
    insert into ${q(layout.totals)} as t (${columnList(columns)})
    select ${[...layout.key.map(q), ...sums].join(', ')} from keyed ${grouped}
    having ${sums.map(sum => `${sum} <> 0`).join(' or ')} ${ordered}
    on conflict (${key === '' ? '(true)' : key}) do update set ${additions(layout.resources)}
    returning ${columnList(columns, 't')})`;
}

function additions(columns: readonly string[]): string {
  return columns.map(name => `${q(name)} = t.${q(name)} + excluded.${q(name)}`).join(', ');
}

function answer(write: MovementWrite): string {
  const posts = write.fresh !== undefined;
  const sealed =
    write.isFirst === true
      ? 'array_agg(c.recorder) filter (where c.period < _closed) as sealed'
      : `array_agg(coalesce(c.recorder, c.${stored('recorder')})) filter (where least(c.period, c.${stored('period')}) < _closed) as sealed`;
  const parts = [
    write.layout.keepsBalance ? '(select min(month) from keyed) as month' : 'null::date as month',
    `${refusedBalances(write)} as refused`,
    posts
      ? `nullif(count(*) filter (where c.line is not null and ${write.incomplete}), 0) as incomplete`
      : 'null::bigint as incomplete',
    posts ? sealed : `array_agg(c.${stored('recorder')}) filter (where c.${stored('period')} < _closed) as sealed`,
  ];
  return `select ${parts.join(',\n  ')} into _step from changed c`;
}

/** The balances that break a constraint, each with the difference that this posting made to it. */
function refusedBalances({ layout, constraints }: MovementWrite): string {
  if (!layout.keepsTotals) return 'null::jsonb';
  const key = columnList(layout.key);
  const sums = layout.resources.map(name => `sum(${q(name)}) as ${q(name)}`);
  const change = layout.resources.map(name => `${quoteLiteral(`${name}:change`)}, d.${q(name)}`).join(', ');
  const broken = constraints.map(constraint => `(${constraint.broken})`);
  const refused = constraints.map(
    ({ floor }, index) => `(${broken[index]}${floor === undefined ? '' : ` and d.${q(floor)} < 0`})`,
  );
  return `(select jsonb_agg(to_jsonb(k) || jsonb_build_object(${change}))
    from (select * from kept k where ${broken.join(' or ')}) k
    join (select ${[...layout.key.map(q), ...sums].join(', ')} from keyed ${key === '' ? '' : `group by ${key}`}) d on ${sameKey(layout)}
    where ${refused.join(' or ')})`;
}

/** Required columns are compared with `=`, so that many keys are matched by hashing. */
function sameKey(layout: RegisterLayout): string {
  const same = (name: string) => (layout.requiredKey.includes(name) ? '=' : 'is not distinct from');
  return layout.key.map(name => `d.${q(name)} ${same(name)} k.${q(name)}`).join(' and ') || 'true';
}
