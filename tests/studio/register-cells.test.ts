import { describe, expect, test } from 'vitest';
import type { RegisterTable } from '../../runtime/http/contract.ts';
import { periodText } from '../../studio/lib/registers/period-text.ts';
import { nextPeriod, periodOfStep } from '../../studio/lib/registers/step-period.ts';
import { withoutGaps } from '../../studio/lib/registers/without-gaps.ts';
import { formatDate, formatMonthsOf } from '../../studio/lib/values/dates.ts';

test.each([
  ['2026-01-01', 'month', '2026-02-01'],
  ['2026-11-01', 'quarter', '2027-02-01'],
  ['2026-01-01', 'year', '2027-01-01'],
  ['2028-02-28', 'day', '2028-02-29'],
] as const)('after %s by %s comes %s', (start, by, next) => expect(nextPeriod(start, by)).toBe(next));

test('a figure of February leads to the movements of all its days', () => {
  expect(periodOfStep('2028-02-01', 'month')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('a figure of a month that the period cuts leads to the days that were counted', () => {
  const within = { from: '2026-03-21', to: '2027-03-20' };
  expect(periodOfStep('2026-03-01', 'month', within)).toEqual({ from: '2026-03-21', to: '2026-03-31' });
  expect(periodOfStep('2027-03-01', 'month', within)).toEqual({ from: '2027-03-01', to: '2027-03-20' });
});

describe('a period in words', () => {
  const read = (tag: string, by: 'month' | 'quarter' | 'year' | 'day', start: string) =>
    periodText(start, {
      by,
      within: { from: '2026-03-21', to: '2027-03-20' },
      locale: {
        tag,
        t: (key, parameters) => `${key} ${parameters?.['quarter']} ${parameters?.['year']}`,
        date: (iso, style) => formatDate(iso, tag, style),
      },
    });

  test.each([
    ['en-GB', 'month', '2026-04-01', 'April 2026'],
    ['ru-RU', 'month', '2026-04-01', 'апрель 2026 г.'],
    ['en-GB', 'quarter', '2026-04-01', 'period.quarterOf 2 2026'],
    ['en-GB', 'year', '2026-01-01', '2026'],
    ['fa-IR', 'day', '2026-03-21', '۱۴۰۵/۰۱/۰۱'],
  ] as const)('in %s by %s %s is %s', (tag, by, start, words) => expect(read(tag, by, start)).toBe(words));

  test('a Persian reader sees in which of his months the days of a Gregorian one are', () =>
    expect(read('fa-IR', 'month', '2026-04-01')).toBe('فروردین – اردیبهشت ۱۴۰۵'));

  test('the first month of a Persian year is that month alone, because the period begins with it', () =>
    expect(read('fa-IR', 'month', '2026-03-01')).toBe('فروردین ۱۴۰۵'));

  test('months on both sides of the Persian new year are named with their years', () => {
    const whole = formatMonthsOf({ from: '2026-03-01', to: '2026-03-31' }, 'fa-IR', 'month');
    expect(whole).toBe('اسفند ۱۴۰۴ – فروردین ۱۴۰۵');
  });

  test('a Gregorian quarter or year is never called by a Persian year that it is not', () => {
    expect(read('fa-IR', 'quarter', '2026-04-01')).toBe('فروردین – تیر ۱۴۰۵');
    expect(read('fa-IR', 'year', '2026-01-01')).toBe('فروردین – دی ۱۴۰۵');
  });
});

function turnovers(...rows: (readonly string[])[]): RegisterTable {
  return {
    columns: [
      { name: 'period', role: 'period' },
      { name: 'amount', role: 'measure' },
    ],
    rows,
    totals: [null, null],
    shown: {},
  };
}

test('a month in which nothing was sold has its place on the axis', () => {
  const table = turnovers(['2026-01-01', '10'], ['2026-03-01', '5']);
  expect(withoutGaps(table, 'month').rows).toEqual([
    ['2026-01-01', '10'],
    ['2026-02-01', '0'],
    ['2026-03-01', '5'],
  ]);
});

test('a table without periods stays as it is', () => {
  const table = { ...turnovers(), columns: [{ name: 'amount', role: 'measure' as const }] };
  expect(withoutGaps(table, 'month')).toBe(table);
});
