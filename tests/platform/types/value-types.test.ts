import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DataType,
  type JsonValue,
  languages,
  type ValueType,
  valueTypeNamed,
  valueTypeOf,
  valueTypes,
} from '#platform';

const id = '0190b8a0-0000-7000-8000-000000000001';

/** For each type: values in ascending order, and what is no value of it. */
const samples: Readonly<Record<string, { readonly good: readonly JsonValue[]; readonly bad: readonly unknown[] }>> = {
  string: { good: ['', 'A', 'a', 'я', '🙂'], bad: [1, true, 'x'.repeat(151), 'a\u0000b', null] },
  text: { good: ['', 'A\nB', 'x'.repeat(10_000)], bad: [1, {}] },
  decimal: {
    good: ['-1.50', '0', '1', '1.5', '10'],
    bad: [1.5, '1.234', '1e3', '1,5', '.5', '5.', '', 'NaN', '12345678901234567'],
  },
  integer: { good: ['-5', '0', '7', '1234567890'], bad: ['1.5', '12345678901', 5] },
  money: { good: ['-0.01', '0.00', '0.1', '9999999999999999.99'], bad: ['0.001', '10000000000000000'] },
  quantity: { good: ['0.001', '1'], bad: ['0.0001'] },
  price: { good: ['0.0001', '1'], bad: ['0.00001'] },
  rate: { good: ['0.00000001', '1'], bad: ['0.000000001'] },
  percent: { good: ['0', '22', '99999'], bad: ['100000', '22 %'] },
  boolean: { good: [false, true], bad: ['true', 0] },
  date: {
    good: ['0001-01-01', '2024-02-29', '2026-01-31'],
    bad: ['2026-02-29', '2026-13-01', '31.01.2026', '2026-1-1', '0000-01-01', 5],
  },
  dateTime: {
    good: ['2026-01-31T00:00:00', '2026-01-31T23:59:59.999'],
    bad: ['2026-01-31', '2026-01-31T24:00:00', '2026-01-31T10:00:00Z', '2026-02-30T10:00:00'],
  },
  month: { good: ['2025-12', '2026-01'], bad: ['2026-13', '2026-1', '2026-01-01'] },
  file: { good: [id], bad: ['x', id.toUpperCase().replace('A', 'B')] },
  picture: { good: [id], bad: ['x'] },
  reference: { good: [id], bad: ['Warehouse.main', null] },
  composite: {
    good: [{ type: 'shop.Item', id }],
    bad: [id, { type: 'shop.Other', id }, { type: 'shop.Item' }, { type: 'shop.Item', id, more: 1 }],
  },
  enumeration: { good: ['good', 'veryGood'], bad: ['Good', '', 5] },
};

const typeOf = (type: ValueType): DataType => type.resolve({ targets: ['shop.Item'] });
const cases = valueTypes.map(type => [type.name, type, samples[type.name] ?? { good: [], bad: [] }] as const);

describe.each(cases)('the value type %s', (name, type, { good, bad }) => {
  it('has samples here, so that none is forgotten', () => {
    expect(good.length).toBeGreaterThan(0);
    expect(bad.length).toBeGreaterThan(0);
  });

  it('is found by its name and owns what it resolves', () => {
    expect(valueTypeNamed(name)).toBe(type);
    expect(valueTypeOf(typeOf(type))).toBe(type);
    expect(typeOf(type)).toMatchObject({ name, storage: type.storage });
  });

  it('accepts its values and refuses everything else', () => {
    expect(good.map(value => type.check(value, typeOf(type)))).toEqual(good.map(() => undefined));
    expect(bad.filter(value => type.check(value, typeOf(type)) === undefined)).toEqual([]);
  });

  it('puts its values in order, the same both ways', () => {
    for (const [index, left] of good.entries()) {
      for (const [other, right] of good.entries()) {
        expect(Math.sign(type.compare(left, right)) + 0, `${left} and ${right}`).toBe(Math.sign(index - other));
      }
    }
  });

  it('can be shown in every language', () => {
    for (const value of good.filter(value => value !== '')) {
      for (const language of languages) expect(type.format(value, language, typeOf(type))).not.toBe('');
    }
  });

  it('has a title in every language', () => {
    for (const language of languages) expect(type.title[language]).toBeTruthy();
  });
});

describe('decimals', () => {
  const money = typeOf(valueTypeOf({ name: 'money' }));
  const format = (value: string, language: 'en' | 'ru' | 'fa', type = money) =>
    valueTypeOf(type).format(value, language, type);

  it('are grouped as the language writes them', () => {
    expect(format('1234567.5', 'en')).toBe('1,234,567.50');
    expect(format('1234567.5', 'ru')).toBe('1\u00a0234\u00a0567,50');
    expect(format('-1234.5', 'fa')).toContain('۱٬۲۳۴٫۵۰');
  });

  it('keep every digit of a number no float could hold', () => {
    expect(format('9999999999999999.99', 'en')).toBe('9,999,999,999,999,999.99');
  });

  it('show the decimals of a quantity only where there are any', () => {
    const quantity = typeOf(valueTypeOf({ name: 'quantity' }));
    expect(['5', '5.500', '5.125'].map(value => format(value, 'en', quantity))).toEqual(['5', '5.5', '5.125']);
  });

  it('say what is wrong with a number that does not fit', () => {
    const { check } = valueTypeOf(money);
    expect(check('0.005', money)).toEqual({
      code: 'value-too-many-decimals',
      parameters: { value: '0.005', scale: 2 },
    });
    expect(check('12345678901234567', money)).toEqual({
      code: 'value-too-large',
      parameters: { value: '12345678901234567', digits: 16 },
    });
  });

  it('do not count zeros that mean nothing', () => {
    const { check } = valueTypeOf(money);
    expect(['1.2300', '0001.5', '-0.00', '000'].map(value => check(value, money))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are ordered as numbers, not as texts', () => {
    const number = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const written = (cents: bigint) =>
      `${cents < 0n ? '-' : ''}${(cents < 0n ? -cents : cents) / 100n}.${String((cents < 0n ? -cents : cents) % 100n).padStart(2, '0')}`;
    fc.assert(
      fc.property(number, number, (left, right) => {
        const expected = left < right ? -1 : left > right ? 1 : 0;
        expect(valueTypeOf(money).compare(written(left), written(right))).toBe(expected);
      }),
    );
  });
});

describe('dates', () => {
  it('are shown day first, without any shift of time zone', () => {
    const date = valueTypeOf({ name: 'date' });
    expect(date.format('2026-01-31', 'en', date.resolve({}))).toBe('31/01/2026');
    expect(date.format('2026-01-31', 'ru', date.resolve({}))).toBe('31.01.2026');
  });

  it('of a month are shown by its name', () => {
    const month = valueTypeOf({ name: 'month' });
    expect(month.format('2026-01', 'ru', month.resolve({}))).toContain('январь 2026');
  });
});

describe('the list of value types', () => {
  it('throws on a name that no type has, because resolved types are always made by one', () => {
    expect(() => valueTypeOf({ name: 'monkey' })).toThrow('monkey');
  });
});
