import { describe, expect, test } from 'vitest';
import { assemble } from '#platform';
import { assembleShop, changed, type Files, shopFiles, shopProblems, sourceOf } from '../../support/shop-package.ts';

test('a sound package has no problems', () => {
  expect(assembleShop().problems).toEqual([]);
});

const item = 'catalogs/Item.yaml';
const sale = 'documents/Sale.yaml';

describe('a configuration is refused', () => {
  test.each<[string, string[], Files]>([
    [
      'when an attribute is called by a word of the expression language',
      ['name-reserved shop.Item.in'],
      changed(item, '  note: text', '  in: { type: text, title: { en: In, ru: В } }'),
    ],
    [
      'when an attribute is called as a column that the platform keeps',
      ['name-kept-by-platform shop.Item.version'],
      changed(item, '  note: text', '  version: { type: integer, title: { en: Version, ru: Версия } }'),
    ],
    [
      'when an attribute of a line is called as the number of the line',
      ['name-kept-by-platform shop.Sale.lines.line'],
      changed(
        sale,
        '      price: price',
        '      price: price\n      line: { type: integer, title: { en: Line, ru: Строка } }',
      ),
    ],
    [
      'when two attributes differ by case only',
      ['names-clash shop.Item.nOte'],
      changed(item, '  note: text', '  note: text\n  nOte: { type: text, title: { en: Note, ru: Заметка } }'),
    ],
    [
      'when an attribute is called as a standard one',
      ['name-kept-by-platform shop.Item.description'],
      changed(item, '  note: text', '  description: { type: text, title: { en: Text, ru: Текст } }'),
    ],
    [
      'when the name of a table would be too long for the database',
      ['path-too-long shop.Sale.linesWithANameThatNobodyReadsToItsEnding'],
      changed(
        sale,
        'posting:',
        '  linesWithANameThatNobodyReadsToItsEnding: { title: { en: Long, ru: Длинные }, attributes: { item: Item } }\nposting:',
      ),
    ],
    [
      'when a Russian title is missing',
      ['text-missing shop.Item.colour'],
      changed(item, '  note: text', '  colour: text'),
    ],
    [
      'when a message lacks a language',
      ['text-missing shop.Item.weight'],
      changed(item, 'check: item.weight > 0', 'check: { expression: item.weight > 0, message: { en: Too light } }'),
    ],
    [
      'when an attribute is both computed and given a default',
      ['formula-with-default shop.Sale.total'],
      changed(sale, `lines, line.amount)'`, `lines, line.amount)', default: '0'`),
    ],
    [
      'when an attribute is both computed and required',
      ['formula-required shop.Sale.total'],
      changed(sale, `lines, line.amount)'`, `lines, line.amount)', required: true`),
    ],
    [
      'when formulas need each other',
      ['formulas-in-circle shop.Sale.total'],
      changed(sale, `'round(line.quantity * line.price, 2)'`, 'document.total'),
    ],
    [
      'when a required attribute is hidden by an option',
      ['required-but-hidden shop.Sale.place'],
      changed(
        sale,
        'place: { type: Place, required: true }',
        'place: { type: Place, required: true, option: Discounts }',
      ),
    ],
    [
      'when a required section is hidden by an option',
      ['required-but-hidden shop.Sale.lines'],
      changed(sale, 'lines:\n', 'lines:\n    required: true\n    option: Discounts\n'),
    ],
    [
      'when a required attribute is hidden by a condition',
      ['required-but-hidden shop.Sale.place'],
      changed(
        sale,
        'place: { type: Place, required: true }',
        'place: { type: Place, required: true, visible: "document.total > 0" }',
      ),
    ],
    [
      'when digits would be lost silently in a formula',
      ['scale-lost shop.Sale.lines.amount'],
      changed(sale, `'round(line.quantity * line.price, 2)'`, 'line.quantity * line.price'),
    ],
    [
      'when a quotient goes into money unrounded',
      ['scale-lost shop.Sale.lines.amount'],
      changed(sale, `'round(line.quantity * line.price, 2)'`, `'coalesce(line.price / 3, 0)'`),
    ],
    [
      'when a default has more digits than its attribute',
      ['scale-lost shop.Item.weight'],
      changed(item, 'type: quantity,', `type: quantity, default: '0.0001',`),
    ],
    [
      'when codes are unique within an owner that does not exist',
      ['numbering-scope-missing shop.Place'],
      changed('catalogs/Place.yaml', 'predefined:', 'code: { within: owner }\npredefined:'),
    ],
    [
      'when catalogs own each other',
      ['owners-in-circle shop.Item'],
      {
        ...changed(item, 'hierarchy: groups', 'owners: [Place]'),
        ...changed('catalogs/Place.yaml', 'predefined:', 'owners: [Item]\npredefined:'),
      },
    ],
    [
      'when the presentation names an attribute that is not there',
      ['shown-attribute-unknown shop.Item'],
      changed(item, 'hierarchy: groups', 'presentation: [descripton]'),
    ],
    [
      'when input by string searches numbers',
      ['shown-attribute-not-suitable shop.Item'],
      changed(item, 'hierarchy: groups', 'inputBy: [weight]'),
    ],
    [
      'when lists are ordered by a reference',
      ['shown-attribute-not-suitable shop.Item'],
      changed(item, 'hierarchy: groups', 'hierarchy: groups\norder: -parent'),
    ],
    ['when options require each other', ['options-in-circle shop.Coupons'], optionsInCircle()],
    ['when constants need each other for their defaults', ['constants-in-circle shop.Few'], constantsInCircle()],
    [
      'when an object is in no subsystem',
      ['object-in-no-subsystem shop.Price'],
      changed('subsystems/Trade.yaml', 'Price, ', ''),
    ],
    [
      'when a subsystem lists an object twice',
      ['object-twice-in-subsystem shop.Trade'],
      changed('subsystems/Trade.yaml', 'Price, ', 'Price, shop.Price, '),
    ],
    [
      'when a subsystem lists what users do not open',
      ['not-for-subsystems shop.Trade'],
      changed('subsystems/Trade.yaml', 'Price, ', 'Price, Seller, '),
    ],
    [
      'when subsystems lie within each other',
      ['subsystems-in-circle shop.Money'],
      {
        ...changed('subsystems/Trade.yaml', 'objects:', 'parent: Money\nobjects:'),
        'subsystems/Money.yaml': 'title: { en: Money, ru: Деньги }\nparent: Trade\nobjects: [Price]',
      },
    ],
    [
      'when a role grants what the object does not have',
      ['right-not-of-object shop.Seller'],
      changed('roles/Seller.yaml', 'Sale: [read, create]', 'Item: [post]'),
    ],
    [
      'when a document is filled where only the platform writes',
      ['fills-read-only shop.Sale'],
      changed(sale, 'posting:', 'fillFrom:\n  - source: Sale\n    set: { total: basis.total }\nposting:'),
    ],
  ])('%s', (_, expected, changes) => {
    expect(shopProblems(changes)).toEqual(expected);
  });
});

describe('permanent ids are refused', () => {
  test('when two packages use one for their objects', () => {
    const first = sourceOf('shop', { ...shopFiles, 'ids.yaml': 'Item: aaaaaaaa' });
    const second = sourceOf('cafe', {
      'package.yaml': 'name: cafe\nversion: 1.0.0\nvendor: Aubade\ntitle: { en: Cafe, ru: Кафе }\nrequires: {}',
      'catalogs/Dish.yaml': 'title: { en: Dish, ru: Блюдо }',
      'subsystems/Kitchen.yaml': 'title: { en: Kitchen, ru: Кухня }\nobjects: [Dish]',
      'ids.yaml': 'Dish: aaaaaaaa',
    });
    const { problems } = assemble([first, second], { ids: 'derived', hash: text => text });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(['id-not-unique shop.Item']);
  });

  test('when a predefined item has none that a record could have', () => {
    expect(shopProblems({ 'ids.yaml': 'Place.main: aaaaaaaa' })).toEqual(['id-not-well-formed shop.Place.main']);
  });
});

function constantsInCircle(): Files {
  return {
    'constants/Few.yaml': 'title: { en: Few, ru: Мало }\ntype: integer\ndefault: Many - 1',
    'constants/Many.yaml': 'title: { en: Many, ru: Много }\ntype: integer\ndefault: Few + 1',
  };
}

function optionsInCircle(): Files {
  return {
    'options/Discounts.yaml': 'title: { en: Discounts, ru: Скидки }\nrequires: [Coupons]',
    'options/Coupons.yaml': 'title: { en: Coupons, ru: Купоны }\nrequires: [Discounts]',
  };
}

describe('predefined items are refused', () => {
  const place = 'catalogs/Place.yaml';

  test.each<[string, string, string[]]>([
    [
      'with a value of another type',
      `main: { values: { description: 'Main', code: '${'1'.repeat(200)}' } }`,
      ['predefined-value-wrong shop.Place.main'],
    ],
    [
      'with a value that the catalog does not have',
      'main: { values: { colour: red } }',
      ['column-unknown shop.Place.main'],
    ],
    ['as groups without a hierarchy', 'main: { isGroup: true }', ['predefined-not-in-hierarchy shop.Place.main']],
    [
      'below others without a hierarchy',
      'main: { parent: main }',
      ['predefined-not-in-hierarchy shop.Place.main', 'predefined-parent-wrong shop.Place.main'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shopProblems(changed(place, 'main: {}', text))).toEqual(expected);
  });

  test('below what is no group', () => {
    const text = `${changed(place, 'predefined:', 'hierarchy: groups\npredefined:')[place]}\n  other: { parent: main, title: { en: Other, ru: Другой } }`;
    expect(shopProblems({ [place]: text })).toEqual(['predefined-parent-wrong shop.Place.other']);
  });

  test('without a value that is required', () => {
    const required = 'attributes:\n  note: { type: text, required: true }\npredefined:';
    expect(shopProblems(changed(place, 'predefined:', required))).toEqual(['predefined-value-missing shop.Place.main']);
  });
});

test('an attribute that an option hides may be required when a default fills it', () => {
  const hidden = 'place: { type: Place, required: true, option: Discounts, default: Place.main }';
  expect(shopProblems(changed(sale, 'place: { type: Place, required: true }', hidden))).toEqual([]);
});

test('a configuration without subsystems needs none', () => {
  expect(shopProblems({ 'subsystems/Trade.yaml': null })).toEqual([]);
});

test('several problems are told at once, each with the line it is on', () => {
  const { problems } = assembleShop({
    ...changed(item, '  note: text', '  colour: text'),
    ...changed('roles/Seller.yaml', 'create', 'raed'),
    ...changed('subsystems/Trade.yaml', 'Price, ', ''),
  });
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every(({ place }) => place !== undefined && place.line > 0)).toBe(true);
});
