import type { Language } from '../text.ts';
import type { DataType } from './data-type.ts';
import { wrongForm } from './text-values.ts';
import type { JsonValue, ValueProblem } from './value-type.ts';

/** A check that a text has the form of the pattern and names a day (and a time) that exists. */
export function checkCalendar(pattern: RegExp, whole: (value: string) => string) {
  return (value: unknown, type: DataType): ValueProblem | undefined => {
    if (typeof value !== 'string' || !pattern.test(value)) return wrongForm(value, type);
    return exists(whole(value)) ? undefined : wrongForm(value, type);
  };
}

/** The calendar rolls 31 February over into March; a moment exists when it reads back as it was written. */
function exists(moment: string): boolean {
  const time = Date.parse(`${moment}Z`);
  if (Number.isNaN(time) || moment < '0001') return false;
  return new Date(time).toISOString().startsWith(moment.slice(0, 19));
}

/** ISO texts come in the order of time. */
export function compareCalendar(left: JsonValue, right: JsonValue): number {
  return left === right ? 0 : String(left) < String(right) ? -1 : 1;
}

/** The civil moment written as the language does; no time zone is applied. */
export function formatCalendar(options: Intl.DateTimeFormatOptions, whole: (value: string) => string) {
  return (value: JsonValue, language: Language): string =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
      new Date(`${whole(String(value))}Z`),
    );
}

/** English dates are written day first, as in most of the world; Persian readers get the Gregorian day in their digits. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru', fa: 'fa-IR-u-ca-gregory' };
