import { checkCalendar, compareCalendar, formatCalendar } from './calendar-values.ts';
import type { ValueType } from './value-type.ts';

const whole = (value: string): string => value;

/** A civil moment of the infobase, to the millisecond at most: 2026-01-31T10:00:00. */
export const dateTimeType: ValueType = {
  name: 'dateTime',
  title: { en: 'Date and time', ru: 'Дата и время', fa: 'تاریخ و زمان' },
  storage: 'dateTime',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'dateTime', storage: 'dateTime' }),
  check: checkCalendar(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?$/, whole),
  compare: compareCalendar,
  format: formatCalendar({ dateStyle: 'short', timeStyle: 'medium' }, whole),
};
