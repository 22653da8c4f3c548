import { type CalendarDate, startOfMonth, startOfYear } from '@internationalized/date';
import type { TextKey } from '../texts/en.ts';
import { calendarDate, isoOf } from './dates.ts';

/** A stretch of time: ISO dates, both inclusive, as people name periods. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface StandardPeriod {
  readonly key: TextKey;
  readonly of: (today: CalendarDate) => { readonly from: CalendarDate; readonly to: CalendarDate };
}

/** The periods offered by name, in the calendar of the reader: a month of a Persian reader is a Persian month. */
export const standardPeriods: readonly StandardPeriod[] = [
  { key: 'period.today', of: today => ({ from: today, to: today }) },
  { key: 'period.thisMonth', of: today => wholeMonths(startOfMonth(today), 1) },
  { key: 'period.lastMonth', of: today => wholeMonths(startOfMonth(today).subtract({ months: 1 }), 1) },
  { key: 'period.thisQuarter', of: today => wholeMonths(startOfQuarter(today), 3) },
  { key: 'period.lastQuarter', of: today => wholeMonths(startOfQuarter(today).subtract({ months: 3 }), 3) },
  { key: 'period.thisYear', of: today => wholeMonths(startOfYear(today), 12) },
  { key: 'period.lastYear', of: today => wholeMonths(startOfYear(today).subtract({ years: 1 }), 12) },
];

function wholeMonths(from: CalendarDate, months: number): { from: CalendarDate; to: CalendarDate } {
  return { from, to: from.add({ months }).subtract({ days: 1 }) };
}

function startOfQuarter(date: CalendarDate): CalendarDate {
  return startOfMonth(date).subtract({ months: (date.month - 1) % 3 });
}

/** A standard period as ISO dates, seen from `today`. */
export function periodOf(standard: StandardPeriod, today: string, tag: string): Period {
  const { from, to } = standard.of(calendarDate(today, tag));
  return { from: isoOf(from), to: isoOf(to) };
}

/** The calendar year of `today` as the reader counts years: the default of every report. */
export function yearOf(today: string, tag: string): Period {
  const { from, to } = wholeMonths(startOfYear(calendarDate(today, tag)), 12);
  return { from: isoOf(from), to: isoOf(to) };
}
