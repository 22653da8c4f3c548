import { quoteIdentifier as q } from '../storage/quoting.ts';
import { columnList, type RegisterLayout } from './register-layout.ts';

/** SQL that computes from the movements what a table of totals ought to hold: `key` columns, then `values`. */
export interface DerivedTable {
  readonly table: string;
  readonly key: readonly string[];
  readonly values: readonly string[];
  /** What is stored, one row per key; shards are added up and rows of nothing left out. */
  readonly stored: string;
  /** What the movements say, in the same form. */
  readonly expected: string;
}

/** The tables of a register that are derived from its movements, checkpoints excepted. */
export function derivedTables(layout: RegisterLayout): DerivedTable[] {
  return [
    ...(layout.keepsTotals ? [totalsTable(layout)] : []),
    ...(layout.keepsTurnovers ? [turnoversTable(layout)] : []),
  ];
}

function totalsTable(layout: RegisterLayout): DerivedTable {
  const shape = { table: layout.totals, key: layout.key, values: layout.resources };
  return {
    ...shape,
    stored: summed(
      layout.totals,
      shape.key,
      shape.values.map(name => ({ name, value: q(name) })),
    ),
    expected: summed(
      layout.movements,
      shape.key,
      shape.values.map(name => ({ name, value: q(name) })),
    ),
  };
}

function turnoversTable(layout: RegisterLayout): DerivedTable {
  const key = ['month', ...layout.key];
  const values = layout.flows.map(flow => flow.column);
  const byMonth = `(select date_trunc('month', period)::date as month, m.* from ${q(layout.movements)} m)`;
  return {
    table: layout.turnovers,
    key,
    values,
    stored: summed(
      layout.turnovers,
      key,
      values.map(name => ({ name, value: q(name) })),
    ),
    expected: summed(byMonth, key, layout.flows.map(flowValue), true),
  };
}

function flowValue(flow: RegisterLayout['flows'][number]): { name: string; value: string } {
  const value = q(flow.resource);
  return { name: flow.column, value: flow.receiptsOnly ? `case when movement > 0 then ${value} else 0 end` : value };
}

function summed(
  from: string,
  key: readonly string[],
  values: readonly { name: string; value: string }[],
  query = false,
): string {
  const sums = values.map(({ value }) => `sum(${value})`);
  const group = key.length === 0 ? '' : ` group by ${columnList(key)}`;
  const columns = [...key.map(q), ...sums.map((sum, index) => `${sum} as ${q(values[index]?.name ?? '')}`)];
  const nothing = sums.map(sum => `${sum} <> 0`).join(' or ');
  return `select ${columns.join(', ')} from ${query ? `${from} as movements` : q(from)}${group} having ${nothing}`;
}
