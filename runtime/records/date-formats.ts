import type { Language, Storage } from '#platform';

/**
 * How dates are written in the short texts of records, as patterns of PostgreSQL's to_char: the day alone, the way
 * readers of the language write it. Calendars other than the Gregorian are the workspace's business.
 */
export const dateFormats: Readonly<Record<Language, Readonly<Partial<Record<Storage, string>>>>> = {
  en: { date: 'DD Mon YYYY', dateTime: 'DD Mon YYYY', month: 'Mon YYYY' },
  ru: { date: 'DD.MM.YYYY', dateTime: 'DD.MM.YYYY', month: 'MM.YYYY' },
  fa: { date: 'YYYY/MM/DD', dateTime: 'YYYY/MM/DD', month: 'YYYY/MM' },
};
