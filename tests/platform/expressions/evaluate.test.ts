import { describe, expect, it } from 'vitest';
import { evaluate, fitValue, type ValueSource } from '#platform';
import { types } from './sample-metadata.ts';
import { receipt, sampleExpression, sampleSource } from './sample-source.ts';

function result(text: string, source: Partial<ValueSource> = {}) {
  return evaluate(sampleExpression(text), sampleSource(source));
}

describe('what a form does not know is left to the server', () => {
  const nothing = {
    row: () => undefined,
    field: () => undefined,
    register: () => undefined,
    constant: () => undefined,
  };

  it.each([
    'document.discount + 1',
    'document == document.basis',
    'line.item.unit.code',
    'sum(document.lines, line.quantity)',
    'Threshold * 2',
    'balance(Stock, {item: line.item}).quantity',
    'document.approved ? 1 : 2',
    'document.number in ["a"]',
    'coalesce(document.discount, 1)',
    'least(1, document.discount)',
  ])('%s', text => {
    expect(result(text, nothing)).toBeUndefined();
  });

  it.each([
    ['false && document.approved', false],
    ['document.approved || true', true],
    ['coalesce(1, document.discount)', '1'],
    ['true ? 1 : document.discount', '1'],
    ['1 in [1, document.discount]', true],
  ])('but %s needs nothing that is not known', (text, value) => {
    expect(result(text, nothing)).toBe(value);
  });

  it('does not know a value that is absent from the record, but knows one that is null', () => {
    const row = () => ({ values: { discount: null } });
    expect(result('document.discount == null', { row })).toBe(true);
    expect(result('document.number == null', { row })).toBeUndefined();
  });

  it('does not know the reference to a record that is not written yet', () => {
    const unsaved = { values: receipt.values, sections: receipt.sections };
    expect(result('document == document.basis', { row: () => unsaved })).toBeUndefined();
  });
});

describe('a record that is not there', () => {
  it('has no fields and no lines', () => {
    const row = () => null;
    expect(result('document.number', { row })).toBeNull();
    expect(result('count(document.lines)', { row })).toBe('0');
  });
});

describe('registers', () => {
  it('are asked with the values of the dimensions and the moment', () => {
    const asked: unknown[] = [];
    const register: ValueSource['register'] = reading => {
      asked.push(reading);
      return { quantity: '3' };
    };
    expect(result('balance(Stock, {item: line.item}, document.due).quantity', { register })).toBe('3');
    expect(asked).toEqual([
      { name: 'balance', register: 'technical.Stock', dimensions: { item: 'bolt' }, at: '2026-02-28T00:00:00' },
    ]);
  });

  it('are not asked about a moment that is null', () => {
    const register = () => {
      throw new Error('Nobody should ask.');
    };
    expect(result('balance(Stock, {item: line.item}, line.best).quantity', { register })).toBeNull();
  });
});

describe('numbers are exact', () => {
  it('keeps every digit of a product', () => {
    const number = '9999999999999999999999999999.9999999999';
    const digits = (99999999999999999999999999999999999999n ** 2n).toString();
    expect(result(`${number} * ${number}`)).toBe(`${digits.slice(0, -20)}.${digits.slice(-20)}`);
  });

  it.each([
    ['1 / 3', '0.333333333333'],
    ['-2 / 3', '-0.666666666667'],
    ['0.000000000001 / 2', '0.000000000001'],
    ['-0.000000000001 / 2', '-0.000000000001'],
    ['0.0000000000009 / 2', '0'],
    ['1 / 0', null],
    ['5 % 0', null],
    ['round(2.5)', '3'],
    ['round(-2.5)', '-3'],
    ['round(-0.4)', '0'],
  ])('%s is %s', (text, value) => {
    expect(result(text)).toBe(value);
  });

  it('are rounded to what an attribute keeps only when they are put into it', () => {
    expect(fitValue('2.345', types.money)).toBe('2.35');
    expect(fitValue('-0.001', types.money)).toBe('0.00');
    expect(fitValue(null, types.money)).toBeNull();
    expect(fitValue('abc', types.text)).toBe('abc');
  });
});
