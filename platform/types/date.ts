import { checkCalendar, compareCalendar, formatCalendar } from './calendar-values.ts';
import type { ValueType } from './value-type.ts';

const whole = (value: string): string => `${value}T00:00:00`;

/** A day, ISO: 2026-01-31. */
export const dateType: ValueType = {
  name: 'date',
  title: { en: 'Date', ru: 'Дата', fa: 'تاریخ' },
  storage: 'date',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'date', storage: 'date' }),
  check: checkCalendar(/^\d{4}-\d{2}-\d{2}$/, whole),
  compare: compareCalendar,
  format: formatCalendar({ dateStyle: 'short' }, whole),
};
