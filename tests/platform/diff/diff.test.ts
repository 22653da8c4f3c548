import { describe, expect, test } from 'vitest';
import { type Change, diff } from '#platform';
import { changed, type Files, shopConfiguration } from '../../support/shop-package.ts';

/** Ids that hold on to elements whose names change. */
const ids = {
  'ids.yaml': `
Item: item0001
Item.weight: weight01
Sale: sale0001
Sale.lines: lines001
Sale.lines.price: price001
Stock: stock001
Stock.quantity: quant001
Quality: quali001
Quality.bad: bad00001`,
};

/** Changes between the shop and the changed shop, one line each. */
function changes(after: Files, before: Files = {}): string[] {
  return diff(shopConfiguration(before), shopConfiguration(after)).map(inWords);
}

function inWords(change: Change): string {
  if (change.change === 'renamed') return `renamed ${change.to.part} ${change.from.path} → ${change.to.path}`;
  if (change.change === 'retyped') return `retyped ${change.element.path} ${change.from.name} → ${change.to.name}`;
  if (change.change === 'altered') return `altered ${change.element.path} ${change.property}`;
  return `${change.change} ${change.element.part} ${change.element.path}`;
}

const item = 'catalogs/Item.yaml';
const sale = 'documents/Sale.yaml';
const stock = 'accumulation-registers/Stock.yaml';

test('equal configurations have no changes', () => {
  expect(changes({})).toEqual([]);
});

test('another order of keys is no change', () => {
  const swapped = changed(
    item,
    '  weight: { type: quantity, check: item.weight > 0 }',
    '  weight: { check: item.weight > 0, type: quantity }',
  );
  expect(changes(swapped)).toEqual([]);
});

describe('a change is found', () => {
  test('when an attribute is added', () => {
    expect(changes(changed(item, '  note: text', '  note: text\n  amount: money'))).toEqual([
      'added attribute shop.Item.amount',
    ]);
  });

  test('when an attribute is removed', () => {
    expect(changes(changed(item, '\n  note: text', ''))).toEqual(['removed attribute shop.Item.note']);
  });

  test('when an object is added, with all its parts', () => {
    const added = {
      'enumerations/Colour.yaml': 'title: { en: Colour, ru: Цвет }\nvalues: { red: { en: Red, ru: Красный } }',
    };
    expect(changes(added)).toEqual(['added object shop.Colour', 'added value shop.Colour.red']);
  });

  test('when an object is removed, with all its parts', () => {
    const price = changes({
      'information-registers/Price.yaml': null,
      ...changed('subsystems/Trade.yaml', 'Price, ', ''),
    });
    expect(price).toEqual([
      'removed object shop.Price',
      'removed dimension shop.Price.item',
      'removed resource shop.Price.price',
      'altered shop.Trade subsystem',
    ]);
  });

  test('when a type changes', () => {
    expect(changes(changed(item, '  note: text', '  note: { type: string, length: 20 }'))).toEqual([
      'retyped shop.Item.note text → string',
    ]);
  });

  test('when a length changes', () => {
    const of = (length: number) => changed(item, '  note: text', `  note: { type: string, length: ${length} }`);
    expect(changes(of(30), of(20))).toEqual(['retyped shop.Item.note string → string']);
  });

  test('when an attribute becomes required', () => {
    expect(changes(changed(item, '  note: text', '  note: { type: text, required: true }'))).toEqual([
      'altered shop.Item.note required',
    ]);
  });

  test('when a formula changes, but not when it is only spaced otherwise', () => {
    const formula = 'round(line.quantity * line.price, 2)';
    expect(changes(changed(sale, formula, 'round(line.price  *  line.quantity, 2)'))).toEqual([
      'altered shop.Sale.lines.amount formula',
    ]);
    expect(changes(changed(sale, formula, 'round(line.quantity*line.price,2)'))).toEqual([]);
  });

  test('when a register turns from balances to turnovers', () => {
    const turnover = {
      ...changed(stock, 'of: balance', 'of: turnover'),
      ...changed(sale, '    movement: expense\n', ''),
    };
    const text = turnover[stock]?.replace(/constraints:[\s\S]*$/, '') ?? '';
    expect(changes({ ...turnover, [stock]: text })).toEqual([
      'removed constraint shop.Stock.constraints.notNegative',
      'altered shop.Sale.posting.stock movement',
      'altered shop.Stock register.accumulation',
    ]);
  });

  test('when a rule gets a version from a date on', () => {
    const rule = (from: string) =>
      `{ from: '${from}', register: Stock, movement: expense, each: lines, set: { place: document.place, item: line.item, quantity: line.quantity } }`;
    const [head = ''] = (changed(sale, 'posting:', 'posting:')[sale] ?? '').split('posting:');
    const one = { [sale]: `${head}posting:\n  stock:\n    - ${rule('2025-01-01')}` };
    const two = { [sale]: `${head}posting:\n  stock:\n    - ${rule('2025-01-01')}\n    - ${rule('2026-01-01')}` };
    expect(changes(two, one)).toEqual(['altered shop.Sale.posting.stock until', 'added rule shop.Sale.posting.stock']);
  });
});

describe('a rename is a rename', () => {
  /** The same ids under other keys. */
  function renamedIds(...renames: (readonly [string, string])[]): Files {
    return { 'ids.yaml': renames.reduce((text, [from, to]) => text.replace(`${from}:`, `${to}:`), ids['ids.yaml']) };
  }

  test('of an attribute, wherever expressions read it', () => {
    const after = {
      ...changed(
        item,
        'weight: { type: quantity, check: item.weight > 0 }',
        'mass: { type: quantity, check: item.mass > 0, title: { en: Weight, ru: Вес } }',
      ),
      ...renamedIds(['Item.weight', 'Item.mass']),
    };
    expect(changes(after, ids)).toEqual(['renamed attribute shop.Item.weight → shop.Item.mass']);
  });

  test('of a section, while its lines go with it', () => {
    const text = (changed(sale, '  lines:', '  goods:')[sale] ?? '')
      .replaceAll('document.lines', 'document.goods')
      .replace('each: lines', 'each: goods');
    const after = {
      [sale]: text.replace('  goods:\n', '  goods:\n    title: { en: Lines, ru: Строки }\n'),
      ...renamedIds(['Sale.lines', 'Sale.goods'], ['Sale.lines.price', 'Sale.goods.price']),
    };
    const found = changes(after, ids).filter(change => !/quality|quantity|item|amount/.test(change));
    expect(found).toContain('renamed section shop.Sale.lines → shop.Sale.goods');
    expect(found.some(change => change.includes('price'))).toBe(false);
  });

  test('of a value of an enumeration', () => {
    const after = {
      ...changed('enumerations/Quality.yaml', 'bad: {}', 'spoilt: { en: Bad, ru: Брак }'),
      ...renamedIds(['Quality.bad', 'Quality.spoilt']),
    };
    expect(changes(after, ids)).toEqual(['renamed value shop.Quality.bad → shop.Quality.spoilt']);
  });
});

test('what refers to a renamed object has not changed itself', () => {
  const before = shopConfiguration(ids);
  const renamed = JSON.parse(
    JSON.stringify(before).replaceAll('shop.Item', 'shop.Article').replaceAll('"name":"Item"', '"name":"Article"'),
  );
  const after = { ...renamed, hash: 'another' };
  expect(diff(before, after).map(inWords)).toEqual(['renamed object shop.Item → shop.Article']);
});
