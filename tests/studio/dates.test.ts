import { describe, expect, test } from 'vitest';
import { addDays, formatDate, formatTime, parseDate, parseTime } from '../../studio/lib/values/dates.ts';
import { periodOf, standardPeriods } from '../../studio/lib/values/periods.ts';

const today = '2026-03-20';

describe('a date as people type it', () => {
  test.each([
    ['5', 'en-GB', '2026-03-05'],
    ['5.4', 'ru-RU', '2026-04-05'],
    ['5/4/25', 'en-GB', '2025-04-05'],
    ['05.04.2025', 'ru-RU', '2025-04-05'],
    ['2025-04-05', 'en-GB', '2025-04-05'],
    ['+1', 'en-GB', '2026-03-21'],
    ['-20', 'ru-RU', '2026-02-28'],
    ['today', 'en-GB', today],
    ['сегодня', 'ru-RU', today],
    ['امروز', 'fa-IR', today],
    ['1405/01/01', 'fa-IR', '2026-03-21'],
    ['۱۴۰۵/۰۱/۰۱', 'fa-IR', '2026-03-21'],
    ['2026-03-21', 'fa-IR', '2026-03-21'],
  ])('%s in %s is %s', (typed, tag, iso) => {
    expect(parseDate(typed, tag, today)).toBe(iso);
  });

  test.each(['31.02.2026', '0', '32', '1.13', 'soon', '1.2.3.4', ''])('%j is no date', typed => {
    expect(parseDate(typed, 'ru-RU', today)).toBeUndefined();
  });
});

describe('a time as people type it', () => {
  test.each([
    ['9', '09:00:00'],
    ['9:30', '09:30:00'],
    ['0930', '09:30:00'],
    ['23:59:58', '23:59:58'],
  ])('%s is %s', (typed, time) => expect(parseTime(typed)).toBe(time));
  test.each(['24', '9:60', 'noon', ''])('%j is no time', typed => expect(parseTime(typed)).toBeUndefined());
});

test('the same day is written as each language writes it', () => {
  expect(formatDate('2026-03-21', 'en-GB', 'date')).toBe('21/03/2026');
  expect(formatDate('2026-03-21', 'ru-RU', 'date')).toBe('21.03.2026');
  expect(formatDate('2026-03-21', 'fa-IR', 'date')).toBe('۱۴۰۵/۰۱/۰۱');
});

test('a month that is kept as a month stays one of the Gregorian year for a Persian reader', () => {
  expect(formatDate('2026-03', 'fa-IR', 'month')).toContain('مارس');
});

test('a civil time is shown as it was written, whatever the zone of the computer', () => {
  expect(formatDate('2026-03-21T23:30:00', 'ru-RU', 'dateTime')).toContain('23:30');
});

test('days are added across the end of a leap February', () => expect(addDays('2028-02-28', 2)).toBe('2028-03-01'));

describe('named periods', () => {
  const named = (key: string, tag: string) => {
    const standard = standardPeriods.find(candidate => candidate.key === key);
    if (standard === undefined) throw new Error(`No period ${key}`);
    return periodOf(standard, today, tag);
  };
  test('last month ends with its last day', () =>
    expect(named('period.lastMonth', 'en-GB')).toEqual({ from: '2026-02-01', to: '2026-02-28' }));
  test('this quarter has three whole months', () =>
    expect(named('period.thisQuarter', 'ru-RU')).toEqual({ from: '2026-01-01', to: '2026-03-31' }));
  test('this year of a Persian reader is the Persian one', () =>
    expect(named('period.thisYear', 'fa-IR')).toEqual({ from: '2025-03-21', to: '2026-03-20' }));
});

test('the time of day is written in the digits of the date beside it', () => {
  expect(formatTime('18:40', 'fa-IR')).toBe('۱۸:۴۰');
  expect(formatTime('18:40', 'ru-RU')).toBe('18:40');
});
