import {
  checkExpression,
  type Expression,
  type RowValue,
  rowType,
  type Scope,
  userType,
  type Value,
  type ValueSource,
  valueType,
} from '#platform';
import { lookup, mainWarehouse, types } from './sample-metadata.ts';

/** The receipt that the examples of `docs/expressions.md` stand in. */
export const receipt: Required<RowValue> = {
  id: 'receipt-7',
  values: {
    number: 'GR-7',
    date: '2026-01-31T10:00:00',
    supplier: 'romashka',
    warehouse: mainWarehouse,
    basis: null,
    discount: null,
    approved: true,
    due: '2026-02-28',
    period: '2026-01',
    comment: null,
    onlyHere: null,
  },
  sections: {
    lines: [
      { item: 'bolt', quantity: '10', price: '2.50', quality: 'good', note: null, accepted: true, best: null },
      { item: 'nut', quantity: '4', price: null, quality: 'good', note: null, accepted: false, best: null },
    ],
  },
};

const records: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  romashka: { code: '1', description: 'Romashka', vip: true },
  bolt: { code: '2', description: 'Bolt', unit: 'kilogram', price: '2.4' },
  kilogram: { code: 'kg', weight: '0.5' },
};

/** Everything about the receipt is known; `more` changes what the source answers. */
export function sampleSource(more: Partial<ValueSource> = {}): ValueSource {
  const rows: Readonly<Record<string, RowValue>> = {
    document: receipt,
    line: { values: receipt.sections['lines']?.[0] ?? {} },
    user: { id: 'olga', values: { login: 'olga', name: 'Olga' } },
  };
  return {
    row: name => rows[name],
    value: name => (name === 'now' ? '2026-02-01T00:00:00' : undefined),
    field: (_, id, name) => records[id]?.[name],
    register: ({ name }) => (name === 'balance' ? { quantity: '12' } : { price: '2.4' }),
    constant: () => '12.5',
    option: () => true,
    allowed: () => [mainWarehouse],
    ...more,
  };
}

export const sampleScope: Scope = {
  variables: {
    document: rowType('technical.Receipt'),
    line: rowType('technical.Receipt.lines'),
    now: valueType(types.dateTime),
    user: userType,
  },
  package: 'technical',
  lookup,
  path: 'technical.Receipt',
};

/** The checked expression; a problem in it is a mistake of the test. */
export function sampleExpression(text: string, scope: Scope = sampleScope): Expression {
  const checked = checkExpression(text, scope);
  if ('problems' in checked) throw new Error(`${text}\n${JSON.stringify(checked.problems, undefined, 1)}`);
  return checked.expression;
}
