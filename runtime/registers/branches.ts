import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RegisterLayout } from './register-layout.ts';

/** One table that a question to a register reads a part of its answer from. */
export interface Branch {
  readonly table: string;
  readonly where: RawBuilder<SqlBool>;
  /** Whether its rows are what was there before, or what flowed. */
  readonly role: 'opening' | 'flow';
  /** The moment of a row. */
  readonly period: RawBuilder<unknown>;
  /** What of a resource came in; the rest of the net went out. */
  readonly receipt: (resource: string) => RawBuilder<unknown>;
}

/**
 * Where the balance before the moment `at` is found: the latest valid checkpoint, the turnovers of the whole months
 * since, the movements of the last, partial month. Without a moment the present balance, from totals where there are any.
 * The border of valid checkpoints is read by the same statement, so that a posting in between cannot falsify the answer.
 */
export function balanceBranches(layout: RegisterLayout, at: string | undefined): Branch[] {
  if (at === undefined && layout.keepsTotals) return [plain(layout.totals, sql`true`)];
  const month = at === undefined ? undefined : sql`date_trunc('month', ${at}::timestamp)::date`;
  const start = sql`(select least(border, ${month ?? sql`border`}) from _checkpoints where register = ${layout.object.id} and border is not null)`;
  const afterStart = sql`month >= coalesce(${start}, '-infinity'::date)`;
  const whole = month === undefined ? afterStart : sql`${afterStart} and month < ${month}`;
  return [
    plain(layout.checkpoints, sql`month = ${start}`),
    { ...monthly(layout, sql`${whole}`), role: 'opening' },
    ...(at === undefined
      ? []
      : [{ ...tail(layout, sql`period >= ${month} and period < ${at}::timestamp`), role: 'opening' as const }]),
  ];
}

/** Half-open interval of time; an end that is left out is open. */
export interface Interval {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Where the flows of an interval are found: whole months in turnovers, what sticks out of them in movements. */
export function flowBranches(layout: RegisterLayout, interval: Interval): Branch[] {
  const { from, to } = interval;
  const first = from === undefined ? undefined : monthAtOrAfter(from);
  const last = to === undefined ? undefined : `${to.slice(0, 7)}-01`;
  if (first !== undefined && last !== undefined && first >= last) return [movementBranch(layout, interval)];
  return [
    ...(from === undefined || first === undefined || isMonthStart(from)
      ? []
      : [movementBranch(layout, { from, to: first })]),
    monthly(layout, conditionOn('month', first, last)),
    ...(to === undefined || last === undefined || isMonthStart(to) ? [] : [movementBranch(layout, { from: last, to })]),
  ];
}

/** The movements of an interval themselves. */
export function movementBranch(layout: RegisterLayout, { from, to }: Interval): Branch {
  return tail(layout, conditionOn('period', from, to));
}

function conditionOn(
  column: 'month' | 'period',
  from: string | undefined,
  to: string | undefined,
): RawBuilder<SqlBool> {
  const after = from === undefined ? sql`true` : sql`${sql.ref(column)} >= ${from}::timestamp`;
  return to === undefined ? sql<SqlBool>`${after}` : sql<SqlBool>`${after} and ${sql.ref(column)} < ${to}::timestamp`;
}

function plain(table: string, where: RawBuilder<unknown>): Branch {
  const none = () => sql`0`;
  return { table, where: sql<SqlBool>`${where}`, role: 'opening', period: sql`null::timestamp`, receipt: none };
}

function monthly(layout: RegisterLayout, where: RawBuilder<unknown>): Branch {
  const receipt = (resource: string) => sql`${sql.id(`${resource}:receipt`)}`;
  return { ...plain(layout.turnovers, where), role: 'flow', period: sql`month`, receipt };
}

function tail(layout: RegisterLayout, where: RawBuilder<unknown>): Branch {
  const receipt = (resource: string) => sql`case when movement > 0 then ${sql.id(resource)} else 0 end`;
  return { ...plain(layout.movements, where), role: 'flow', period: sql`period`, receipt };
}

function isMonthStart(moment: string): boolean {
  return /^\d{4}-\d{2}-01(T00:00(:00(\.0+)?)?)?$/.test(moment);
}

/** The first day of the month that begins at this moment or next after it. */
function monthAtOrAfter(moment: string): string {
  if (isMonthStart(moment)) return moment.slice(0, 10);
  const [year, month] = moment.split('-').map(Number);
  if (year === undefined || month === undefined) throw new Error(`Not a moment: ${moment}`);
  return month === 12
    ? `${String(year + 1).padStart(4, '0')}-01-01`
    : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`;
}
