import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, parseDecimal, sumDecimals, tooLong } from '../../studio/lib/values/decimals.ts';

describe('a number as people type it', () => {
  test.each([
    ['1 234,56', 'ru-RU', '1234.56'],
    ['1\u00a0234,56', 'ru-RU', '1234.56'],
    ['1234.56', 'ru-RU', '1234.56'],
    ['1,234.56', 'en-GB', '1234.56'],
    ['1.234,56', 'en-GB', '1234.56'],
    ['1,234', 'en-GB', '1234'],
    ['1,234', 'ru-RU', '1.234'],
    ['0,5', 'en-GB', '0.5'],
    ['12,5', 'en-GB', '12.5'],
    ['1,234,567', 'ru-RU', '1234567'],
    ['1.234.567', 'ru-RU', '1234567'],
    ['۱٬۲۳۴٫۵۶', 'fa-IR', '1234.56'],
    ['۱۲', 'fa-IR', '12'],
    ['-5', 'en-GB', '-5'],
    ['−5', 'ru-RU', '-5'],
    ['(5)', 'en-GB', '-5'],
    ['+7', 'en-GB', '7'],
    ['.5', 'en-GB', '0.5'],
    ['007', 'en-GB', '7'],
    ['-0,00', 'ru-RU', '0.00'],
  ])('%s in %s is %s', (typed, tag, value) => {
    expect(parseDecimal(typed, tag)).toBe(value);
  });

  test.each(['', '-', 'abc', '1e3', '12x', '1-2', '--5', ','])('%j is no number', typed => {
    expect(parseDecimal(typed, 'ru-RU')).toBeUndefined();
  });
});

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.nat({ max: 999 }))
  .map(
    ([minus, whole, part]) =>
      `${minus && (whole > 0n || part > 0) ? '-' : ''}${whole}.${String(part).padStart(3, '0')}`,
  );

test.each(['en-GB', 'ru-RU', 'fa-IR'])('what is shown in %s reads back as the same number', tag => {
  fc.assert(
    fc.property(decimals, value => {
      expect(parseDecimal(formatDecimal(value, tag, 3), tag)).toBe(value);
    }),
  );
});

test('a number longer than any float keeps every digit', () => {
  expect(formatDecimal('12345678901234567890.123', 'en-GB', 3)).toBe('12,345,678,901,234,567,890.123');
});

describe('a sum of decimals', () => {
  test('is exact where floats are not', () => expect(sumDecimals(['0.1', '0.2'])).toBe('0.3'));
  test('takes different scales and signs', () => expect(sumDecimals(['1', '-0.25', '10.005'])).toBe('10.755'));
  test('counts what is empty as nothing', () => expect(sumDecimals([null, undefined, ''])).toBe('0'));
  test('goes below zero', () => expect(sumDecimals(['0.05', '-0.1'])).toBe('-0.05'));
});

test.each([
  ['12345.67', false],
  ['123456.7', true],
  ['1.234', true],
  ['1.230', false],
])('%s in five digits and two after the point: too long is %s', (value, expected) => {
  expect(tooLong(value, { precision: 7, scale: 2 })).toBe(expected);
});
