import { checkCalendar, compareCalendar, formatCalendar } from './calendar-values.ts';
import type { ValueType } from './value-type.ts';

const whole = (value: string): string => `${value}-01T00:00:00`;

/** A calendar month: 2026-01. */
export const monthType: ValueType = {
  name: 'month',
  title: { en: 'Month', ru: 'Месяц', fa: 'ماه' },
  storage: 'month',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'month', storage: 'month' }),
  check: checkCalendar(/^\d{4}-\d{2}$/, whole),
  compare: compareCalendar,
  format: formatCalendar({ year: 'numeric', month: 'long' }, whole),
};
