import { columnList, type Flow, movementHead, type RegisterLayout } from '../registers/register-layout.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import type { BalanceConstraint } from './balance-constraints.ts';

/** What one register needs to know to be written by one document type. */
export interface MovementWrite {
  readonly layout: RegisterLayout;
  /** A query for the movements that there ought to be; absent when the documents are unposted. */
  readonly fresh?: string;
  /** SQL over `fresh` rows (alias f): true when a value that is required is missing. */
  readonly incomplete: string;
  /** Conditions on the updated totals rows. */
  readonly constraints: readonly BalanceConstraint[];
}

/**
 * The one statement that replaces the movements of the documents `_ids` in one register and carries the difference into
 * turnovers and totals. It compares what ought to be with what is, as two bags of rows, so that only rows that differ
 * are touched. Totals are written in the order of their keys: two postings that meet wait, and never deadlock.
 * It leaves in `_step`: the earliest month touched, the rows left incomplete, the balances refused, and documents whose
 * movements changed before the closed date.
 */
export function movementStatement(write: MovementWrite): string {
  const steps = [
    ...freshStep(write),
    changedStep(write),
    removedStep(write.layout),
    ...(write.fresh === undefined ? [] : [writtenStep(write.layout)]),
    ...(write.layout.keepsTurnovers ? [keyedStep(write.layout), flowsStep(write.layout)] : []),
    ...(write.layout.keepsTotals ? [keptStep(write.layout)] : []),
  ];
  return `with ${steps.join(',\n')}\n${answer(write)};`;
}

function rowColumns(layout: RegisterLayout): string[] {
  return [...movementHead, ...layout.key, ...layout.resources, ...layout.attributes];
}

function freshStep(write: MovementWrite): string[] {
  return write.fresh === undefined ? [] : [`fresh as materialized (${write.fresh})`];
}

function changedStep(write: MovementWrite): string {
  const columns = columnList(rowColumns(write.layout));
  const stale = `select ${columns}, -1 as _sign from ${q(write.layout.movements)} where recorder = any(_ids)`;
  if (write.fresh === undefined) return `changed as materialized (${stale})`;
  const fresh = `select ${columns}, 1 as _sign from fresh f where not ${write.incomplete}`;
  return `changed as materialized (
    select ${columns}, sum(_sign) as _sign from (${fresh} union all ${stale}) as sides
    group by ${columns} having sum(_sign) <> 0)`;
}

function removedStep(layout: RegisterLayout): string {
  return `removed as (
    delete from ${q(layout.movements)} m using changed c
    where c._sign < 0 and m.recorder = c.recorder and m.line = c.line returning 1)`;
}

/** Counting the removed rows first makes room for new rows under the same recorder and line. */
function writtenStep(layout: RegisterLayout): string {
  const columns = columnList(rowColumns(layout));
  return `written as (
    insert into ${q(layout.movements)} (${columns})
    select ${columns} from changed where _sign > 0 and (select count(*) from removed) >= 0)`;
}

/** The difference per month and key; what comes to nothing is left out. */
function keyedStep(layout: RegisterLayout): string {
  const sums = layout.flows.map(flow => ({ name: q(flow.column), sum: flowSum(flow) }));
  return `keyed as materialized (
    select ${[`date_trunc('month', period)::date as month`, ...layout.key.map(q), ...sums.map(({ name, sum }) => `${sum} as ${name}`)].join(', ')}
    from changed group by ${['1', ...layout.key.map(q)].join(', ')}
    having ${sums.map(({ sum }) => `${sum} <> 0`).join(' or ')})`;
}

function flowSum({ resource, receiptsOnly }: Flow): string {
  const signed = `_sign * ${q(resource)}`;
  return receiptsOnly ? `sum(case when movement > 0 then ${signed} else 0 end)` : `sum(${signed})`;
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
  const parts = [
    write.layout.keepsTurnovers ? '(select min(month) from keyed) as month' : 'null::date as month',
    write.fresh === undefined
      ? 'null::bigint as incomplete'
      : `(select nullif(count(*), 0) from fresh f where ${write.incomplete}) as incomplete`,
    `${refusedBalances(write)} as refused`,
    '(select array_agg(distinct recorder) from changed where period < _closed) as sealed',
  ];
  return `select ${parts.join(',\n  ')} into _step`;
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
