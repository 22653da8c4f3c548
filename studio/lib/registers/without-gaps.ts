import type { RegisterTable, Value } from '../../../runtime/http/contract.ts';
import type { Step } from './register-state.ts';
import { nextPeriod } from './step-period.ts';

const periodsMax = 400;

/** Turnovers with a row of zeros for every period between the first and the last in which nothing happened. */
export function withoutGaps(table: RegisterTable, by: Step): RegisterTable {
  const at = table.columns.findIndex(column => column.role === 'period');
  const first = table.rows[0]?.[at];
  const last = table.rows.at(-1)?.[at];
  if (at < 0 || typeof first !== 'string' || typeof last !== 'string') return table;
  const known = new Map(table.rows.map(row => [row[at], row]));
  const rows: (readonly Value[])[] = [];
  for (let period = first; period <= last; period = nextPeriod(period, by)) {
    rows.push(known.get(period) ?? table.columns.map((_column, index) => (index === at ? period : '0')));
    if (rows.length > periodsMax) return table;
  }
  return { ...table, rows };
}
