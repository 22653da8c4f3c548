import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date';
import { latinDigits } from './decimals.ts';

/** Dates as people write them. Values stay ISO text in the Gregorian calendar; Persian readers see and type their own. */

const styles = {
  date: { year: 'numeric', month: '2-digit', day: '2-digit' },
  dateTime: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { year: 'numeric', month: 'long' },
  monthShort: { year: '2-digit', month: 'short' },
  monthName: { month: 'long' },
  day: { day: 'numeric', month: 'short' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof styles;

const formats = new Map<string, Intl.DateTimeFormat>();

/** An ISO date, date-time or month in the reader's language and calendar. Civil time: no zone is applied. */
export function formatDate(iso: string, tag: string, style: DateStyle): string {
  const moment = new Date(asUtc(iso));
  if (Number.isNaN(moment.getTime())) return iso;
  const key = `${tag} ${style} ${iso.length === 7}`;
  let format = formats.get(key);
  if (format === undefined) {
    // A month that is kept as '2026-03' is a month of the Gregorian year for everybody.
    const calendar = iso.length === 7 ? { calendar: 'gregory' } : {};
    format = new Intl.DateTimeFormat(tag, { ...styles[style], ...calendar, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(moment);
}

/** A time of day, '18:40', in the digits of the language. */
export function formatTime(time: string, tag: string): string {
  const digits = new Intl.NumberFormat(tag, { useGrouping: false });
  return time.replace(/\d/g, digit => digits.format(Number(digit)));
}

/**
 * The days from one ISO date to another as the months of the reader's calendar they are in: a Gregorian month is a piece
 * of two Persian ones.
 */
export function formatMonthsOf(
  { from, to }: { readonly from: string; readonly to: string },
  tag: string,
  style: 'month' | 'monthShort',
): string {
  const [first, last] = [calendarDate(from, tag), calendarDate(to, tag)];
  const digits = new Intl.NumberFormat(tag, { useGrouping: false, minimumIntegerDigits: 2 });
  const year = (date: CalendarDate) => digits.format(style === 'month' ? date.year : date.year % 100);
  const ending = `${formatDate(to, tag, 'monthName')} ${year(last)}`;
  if (first.year === last.year && first.month === last.month) return ending;
  const beginning = formatDate(from, tag, 'monthName');
  return `${beginning}${first.year === last.year ? '' : ` ${year(first)}`} – ${ending}`;
}

function asUtc(iso: string): string {
  if (iso.length === 7) return `${iso}-01T00:00:00Z`;
  return iso.length === 10 ? `${iso}T00:00:00Z` : `${iso.slice(0, 19)}Z`;
}

/** A moment of the server (UTC) in the zone of this computer. */
export function formatMoment(utc: string, tag: string): string {
  const moment = new Date(utc);
  if (Number.isNaN(moment.getTime())) return utc;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
}

/** The calendar a language writes its dates in. */
export function calendarOf(tag: string): GregorianCalendar | PersianCalendar {
  return tag.startsWith('fa') ? new PersianCalendar() : new GregorianCalendar();
}

/** The date of an ISO text in the calendar of the language. */
export function calendarDate(iso: string, tag: string): CalendarDate {
  const [year = 1, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return toCalendar(new CalendarDate(year, month, day), calendarOf(tag));
}

/** ISO text of a date in whatever calendar. */
export function isoOf(date: CalendarDate): string {
  return toCalendar(date, new GregorianCalendar()).toString();
}

/** Today as this computer sees it, ISO. */
export function todayIso(): string {
  const now = new Date();
  return isoOf(new CalendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate()));
}

const todayWords = new Set(['t', 'today', 'сегодня', 'с', 'امروز']);

/**
 * What a person typed — `5`, `5.3`, `05.03.26`, `2026-03-05`, `+1`, `today` — as an ISO date; `undefined` when it is no date.
 * Missing parts come from `today`; day comes before month in every language, the year first when it has four digits.
 */
export function parseDate(typed: string, tag: string, today: string): string | undefined {
  const text = latinDigits(typed).trim().toLowerCase();
  if (todayWords.has(text)) return today;
  const shift = /^([+-]\d{1,4})$/.exec(text);
  const base = calendarDate(today, tag);
  if (shift !== null) return isoOf(base.add({ days: Number(shift[1]) }));
  const parts = text.split(/[^\d]+/).filter(part => part !== '');
  if (parts.length === 0 || parts.length > 3 || /[^\d\s./,-]/.test(text)) return undefined;
  return dateOfParts(parts, base, tag);
}

function dateOfParts(parts: readonly string[], base: CalendarDate, tag: string): string | undefined {
  const yearFirst = parts.length === 3 && parts[0]?.length === 4;
  const [day = 0, month = base.month, year = base.year] = (yearFirst ? parts.toReversed() : parts).map(Number);
  const full = year < 100 ? Math.trunc(base.year / 100) * 100 + year : year;
  const calendar = full >= 1700 ? new GregorianCalendar() : calendarOf(tag);
  const date = new CalendarDate(calendar, full, month, day);
  const exists = date.month === month && date.day === day && date.year === full;
  return exists ? isoOf(date) : undefined;
}

/** `10`, `10:30`, `1030`, `10:30:15` as `10:30:15`; `undefined` when it is no time. */
export function parseTime(typed: string): string | undefined {
  const match = /^(\d{1,2}):?(\d{2})?(?::?(\d{2}))?$/.exec(latinDigits(typed).trim());
  if (match === null) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(part => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return [hours, minutes, seconds].map(part => String(part).padStart(2, '0')).join(':');
}

/** Adds days to an ISO date. */
export function addDays(iso: string, days: number): string {
  const [year = 1, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return new CalendarDate(year, month, day).add({ days }).toString();
}
