import { expect, test } from 'vitest';
import type { RegisterTable } from '../../runtime/http/contract.ts';
import { nextPeriod, periodOfStep } from '../../studio/lib/registers/step-period.ts';
import { withoutGaps } from '../../studio/lib/registers/without-gaps.ts';

test.each([
  ['2026-01-01', 'month', '2026-02-01'],
  ['2026-11-01', 'quarter', '2027-02-01'],
  ['2026-01-01', 'year', '2027-01-01'],
  ['2028-02-28', 'day', '2028-02-29'],
] as const)('after %s by %s comes %s', (start, by, next) => expect(nextPeriod(start, by)).toBe(next));

test('a figure of February leads to the movements of all its days', () => {
  expect(periodOfStep('2028-02-01', 'month')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
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
