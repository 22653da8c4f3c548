/** Dates of the proleptic Gregorian calendar as text, '0001-01-01' to '9999-12-31'; no clock and no time zone. */

const dayMs = 86_400_000;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists: '2026-01-31'. */
export function isDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined || Number(year) < 1) return false;
  return fromDays(toDays(text)) === text && Number(month) >= 1 && Number(day) >= 1;
}

/** Whether a text is a moment of civil time: '2026-01-31T10:00:00', with milliseconds if need be. */
export function isDateTime(text: string): boolean {
  return isDate(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?$/.test(text.slice(10));
}

/** Whether a text is a month: '2026-01'. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isDate(`${text}-01`);
}

/** Days from 1970-01-01 to a date; only the first ten characters are read. */
export function toDays(date: string): number {
  return utc(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))) / dayMs;
}

/** The date so many days after 1970-01-01; null outside the years 1 to 9999. */
export function fromDays(days: number): string | null {
  const text = new Date(days * dayMs).toISOString();
  return /^\d/.test(text) && text >= '0001' ? text.slice(0, 10) : null;
}

/** Months from January of year 0 to the month of a date or a month. */
export function toMonths(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The month so many months after January of year 0; null outside the years 1 to 9999. */
export function fromMonths(months: number): string | null {
  const year = Math.floor(months / 12);
  if (year < 1 || year > 9999) return null;
  return `${String(year).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The number of days in the month of a date or a month. */
export function daysInMonth(date: string): number {
  return new Date(utc(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + 1, 0)).getUTCDate();
}

function utc(year: number, month: number, day: number): number {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
