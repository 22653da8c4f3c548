import type { RegisterTable, Value } from '../../../runtime/http/contract.ts';
import type { Step } from './register-state.ts';

const months: Readonly<Partial<Record<Step, number>>> = { month: 1, quarter: 3, year: 12 };
const periodsMax = 400;

/** Turnovers with a row of zeros for every period between the first and the last in which nothing happened. */
export function withoutGaps(table: RegisterTable, by: Step): RegisterTable {
  const at = table.columns.findIndex(column => column.role === 'period');
  const first = table.rows[0]?.[at];
  const last = table.rows.at(-1)?.[at];
  if (at < 0 || typeof first !== 'string' || typeof last !== 'string') return table;
  const known = new Map(table.rows.map(row => [row[at], row]));
  const rows: (readonly Value[])[] = [];
  for (let period = first; period <= last; period = after(period, by)) {
    rows.push(known.get(period) ?? table.columns.map((_column, index) => (index === at ? period : '0')));
    if (rows.length > periodsMax) return table;
  }
  return { ...table, rows };
}

function after(period: string, by: Step): string {
  const date = new Date(`${period.slice(0, 10)}T00:00:00Z`);
  const step = months[by];
  if (step === undefined) date.setUTCDate(date.getUTCDate() + 1);
  else date.setUTCMonth(date.getUTCMonth() + step);
  return date.toISOString().slice(0, 10) + period.slice(10);
}
