import { describe, expect, test } from 'vitest';
import { assemble } from '#platform';
import { changed, type Files, shopFiles, shopProblems, sourceOf } from '../../support/shop-package.ts';

const item = 'catalogs/Item.yaml';
const sale = 'documents/Sale.yaml';
const place = 'place: { type: Place, required: true }';

describe('an expression is refused where its value does not belong', () => {
  test.each<[string, Files]>([
    ['a choice that is no condition', changed(sale, place, 'place: { type: Place, choose: value.description }')],
    ['a visibility that is no condition', changed(sale, place, 'place: { type: Place, visible: document.total }')],
    ['a check that is no condition', changed(item, 'check: item.weight > 0', 'check: item.weight + 1')],
    ['a default of another type', changed(sale, place, "place: { type: Place, default: '5' }")],
    [
      'a default that points to another catalog',
      changed(item, '  note: text', '  place: { type: Item, default: Place.main }'),
    ],
    ['a formula of another type', changed(sale, "'sum(document.lines, line.amount)'", "'document.place'")],
    ['a text in a dimension that is a reference', changed(sale, 'place: document.place', 'place: \'"main"\'')],
    ['a line where the rule runs once for the document', changed(sale, '    each: lines\n', '')],
    [
      'a line of the basis where only its header is seen',
      changed(sale, 'posting:', 'fillFrom:\n  - source: Sale\n    set: { place: line.item }\nposting:'),
    ],
    [
      'a right that is no condition',
      changed('roles/Seller.yaml', 'Sale: [read, create]', 'Sale: { read: document.total }'),
    ],
  ])('%s', (_, changes) => {
    const problems = shopProblems(changes);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(problem => problem.startsWith('expression-'))).toBe(true);
  });
});

test('a rule that posts into a package which is not required is refused by name', () => {
  const shop = sourceOf('shop', { ...shopFiles, ...changed(sale, 'register: Stock', 'register: store.Stock') });
  const store = sourceOf('store', {
    'package.yaml': 'name: store\nversion: 1.0.0\nvendor: Aubade\ntitle: { en: Store, ru: Склад }\nrequires: {}',
    'accumulation-registers/Stock.yaml':
      'title: { en: Stock, ru: Запасы }\nof: turnover\nresources: { amount: { type: money, title: { en: A, ru: С } } }',
  });
  const { problems } = assemble([shop, store], { ids: 'derived', hash: text => text });
  expect(problems.map(({ code }) => code)).toContain('reference-not-required');
});
