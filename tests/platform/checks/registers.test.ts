import { describe, expect, test } from 'vitest';
import { changed, type Files, shopProblems } from '../../support/shop-package.ts';

const sale = 'documents/Sale.yaml';
const stock = 'accumulation-registers/Stock.yaml';
const price = 'information-registers/Price.yaml';

describe('a column of a register', () => {
  const columns = ['id', 'version', 'changedAt', 'changedBy', 'period', 'recorder', 'line', 'rule', 'movement'];
  const places = [
    [stock, 'dimensions:', 'string', 'shop.Stock'],
    [stock, 'resources:', 'quantity', 'shop.Stock'],
    [price, 'dimensions:', 'string', 'shop.Price'],
    [price, 'resources:', 'price', 'shop.Price'],
  ] as const;

  test.each([...columns, 'month', 'shard'])('is not called %s, as one that the platform keeps', name => {
    for (const [file, place, type, path] of places) {
      const column = `${place}\n  ${name}: { type: ${type}, title: { en: Mine, ru: Свое } }`;
      expect(shopProblems(changed(file, place, column))).toContain(`name-kept-by-platform ${path}.${name}`);
    }
  });

  test('is not called as an attribute that the platform keeps either', () => {
    const attributes = `attributes:\n  recorder: { type: text, title: { en: Mine, ru: Свое } }\nresources:`;
    expect(shopProblems(changed(stock, 'resources:', attributes))).toContain(
      'name-kept-by-platform shop.Stock.recorder',
    );
  });
});

describe('a posting rule is refused', () => {
  test.each<[string, string[], Files]>([
    [
      'when it leaves out a dimension',
      ['column-not-set shop.Sale.posting.stock'],
      changed(sale, 'place: document.place, ', ''),
    ],
    [
      'when it leaves out a resource',
      ['column-not-set shop.Sale.posting.stock'],
      changed(sale, ', quantity: line.quantity }', ' }'),
    ],
    [
      'when it empties a required dimension',
      ['required-set-to-null shop.Sale.posting.stock'],
      changed(sale, 'place: document.place', "place: 'null'"),
    ],
    [
      'when it writes a turnover into balances',
      ['movement-not-of-register shop.Sale.posting.stock'],
      changed(sale, '    movement: expense\n', ''),
    ],
    [
      'when it spends from a register of turnovers',
      [
        'movement-not-of-register shop.Sale.posting.stock',
        'constraint-without-balance shop.Stock.constraints.notNegative',
      ],
      changed(stock, 'of: balance', 'of: turnover'),
    ],
    [
      'when digits would be lost silently',
      ['scale-lost shop.Sale.posting.stock'],
      changed(sale, 'quantity: line.quantity }', 'quantity: line.quantity / 3 }'),
    ],
    [
      'when two versions begin on one day',
      ['rule-versions-overlap shop.Sale.posting.stock'],
      changed(sale, shopRule(), `  stock:\n    - ${version('2026-01-01')}\n    - ${version('2026-01-01')}`),
    ],
  ])('%s', (_, expected, changes) => {
    expect(shopProblems(changes).toSorted()).toEqual(expected.toSorted());
  });

  test('but not when its versions follow one another', () => {
    const versions = `  stock:\n    - ${version('2025-01-01')}\n    - ${version('2026-01-01')}`;
    expect(shopProblems(changed(sale, shopRule(), versions))).toEqual([]);
  });

  test('but not when it rounds', () => {
    expect(
      shopProblems(changed(sale, 'quantity: line.quantity }', "quantity: 'round(line.quantity / 3, 3)' }")),
    ).toEqual([]);
  });
});

function shopRule(): string {
  return `  stock:
    register: Stock
    movement: expense
    each: lines
    set: { place: document.place, item: line.item, quantity: line.quantity }`;
}

function version(from: string): string {
  const set = '{ place: document.place, item: line.item, quantity: line.quantity }';
  return `{ from: '${from}', register: Stock, movement: expense, each: lines, set: ${set} }`;
}

describe('a register is refused', () => {
  test.each<[string, string[], Files]>([
    [
      'when nobody writes it',
      ['register-without-recorders shop.Price'],
      changed(price, 'writing: independent', 'writing: recorder'),
    ],
    [
      'when it adds up nothing',
      ['register-without-resources shop.Stock'],
      {
        ...changed(
          stock,
          'resources:\n  quantity: quantity\nconstraints:\n  notNegative: { check: balance.quantity >= 0 }',
          'resources: {}',
        ),
        ...changed(sale, ', quantity: line.quantity }', ' }'),
      },
    ],
    [
      'when it adds up texts',
      ['resource-not-decimal shop.Stock.note'],
      {
        ...changed(stock, 'resources:', 'resources:\n  note: string'),
        ...changed(sale, ', quantity: line.quantity }', `, quantity: line.quantity, note: "'x'" }`),
      },
    ],
    [
      'when a dimension is a text of any length',
      ['dimension-too-long shop.Price.note'],
      changed(price, 'dimensions:', 'dimensions:\n  note: text'),
    ],
    [
      'when a constraint looks beyond the balance',
      ['constraint-beyond-resources shop.Stock.constraints.notNegative'],
      changed(stock, 'check: balance.quantity >= 0', "check: 'balance.quantity >= 0 || option(Discounts)'"),
    ],
  ])('%s', (_, expected, changes) => {
    expect(shopProblems(changes)).toEqual(expected);
  });
});
