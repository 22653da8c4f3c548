import type { Locale } from '../locale.svelte.ts';
import { calendarOf, formatMonthsOf } from '../values/dates.ts';
import type { Period } from '../values/periods.ts';
import type { Step } from './register-state.ts';
import { periodOfStep } from './step-period.ts';

interface Context {
  readonly by: Step;
  /** What was asked for: its first and last step may be cut. */
  readonly within: Period | undefined;
  readonly locale: Pick<Locale, 't' | 'date' | 'tag'>;
  readonly isShort?: boolean;
}

/**
 * The period of a figure in words. Registers keep months, quarters and years of the Gregorian calendar; readers of another
 * one are told which of their own months the days are in, since no year or quarter of theirs begins and ends there.
 */
export function periodText(start: string, { by, within, locale, isShort = false }: Context): string {
  const style = isShort ? 'monthShort' : 'month';
  if (by === 'month' || by === 'quarter' || by === 'year') {
    if (calendarOf(locale.tag).identifier !== 'gregory')
      return formatMonthsOf(periodOfStep(start, by, within), locale.tag, style);
    if (by === 'month') return locale.date(start.slice(0, 7), style);
    if (by === 'year') return locale.date(start, 'year');
    const quarter = Math.ceil(Number(start.slice(5, 7)) / 3);
    return locale.t('period.quarterOf', { quarter, year: locale.date(start, 'year') });
  }
  if (by === 'day') return locale.date(start, isShort ? 'day' : 'date');
  const isMidnight = start.length === 10 || start.endsWith('T00:00:00');
  return locale.date(start, isMidnight ? 'date' : 'dateTime');
}
