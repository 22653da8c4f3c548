import { describe, expect, it } from 'vitest';
import { kinds, languages, objectOf } from '#platform';
import { shopObject, shopObjectProblems } from '../../support/shop-object.ts';
import { shopConfiguration, shopFiles } from '../../support/shop-package.ts';

describe('an enumeration', () => {
  const file = 'enumerations/Colour.yaml';

  it('has values with titles, in short or in full, in the order written', () => {
    const text =
      'title: { en: Colour, ru: Цвет }\nvalues:\n  red: { en: Red, ru: Красный }\n  blue: { title: { en: Blue, ru: Синий } }\n  good:\n    {}\n';
    expect(shopObject(file, text).enumeration?.values).toMatchObject([
      { name: 'red', path: 'shop.Colour.red', title: { en: 'Red', ru: 'Красный' } },
      { name: 'blue', title: { en: 'Blue' } },
      { name: 'good', title: { en: 'Good', ru: 'Годный' } },
    ]);
  });

  it('without values is refused', () => {
    expect(shopObjectProblems(file, 'title: { en: Colour, ru: Цвет }')).toEqual(['source-key-missing shop.Colour']);
    expect(shopObjectProblems(file, 'title: { en: Colour, ru: Цвет }\nvalues: {}')).toEqual([
      'source-value-limit shop.Colour',
    ]);
  });
});

describe('a constant', () => {
  const file = 'constants/Limit.yaml';
  const title = 'title: { en: Limit, ru: Предел }\n';

  it('is one value with a type, a default and a check that sees it as «value»', () => {
    const { constant, operations } = shopObject(file, `${title}type: money\ndefault: 100.00\ncheck: value >= 0\n`);
    expect(constant).toMatchObject({
      name: 'value',
      path: 'shop.Limit.value',
      title: { en: 'Limit' },
      type: { name: 'money' },
      default: { text: '100.00' },
    });
    expect(constant?.check?.expression.text).toBe('value >= 0');
    expect(operations).toEqual(['read', 'update']);
  });

  it('needs a type', () => {
    expect(shopObjectProblems(file, title)).toContain('source-key-missing shop.Limit');
  });
});

describe('a role', () => {
  const file = 'roles/Clerk.yaml';
  const title = 'title: { en: Clerk, ru: Служащий }\n';
  const rights = (text: string) => shopObject(file, `${title}rights:\n  ${text}`).role?.rights;

  it('grants all operations of an object, or some', () => {
    expect(rights('Sale: all')).toEqual({
      'shop.Sale': { read: true, create: true, update: true, mark: true, post: true },
    });
    expect(rights('Sale: [read, post]')).toEqual({ 'shop.Sale': { read: true, post: true } });
  });

  it('grants on every object what that object can do, and on one what is said of it alone', () => {
    const granted = rights("'*': [read, create]\n  Item: { read: true }");
    expect(granted).toMatchObject({
      'shop.Sale': { read: true, create: true },
      'shop.Stock': { read: true },
      'shop.Item': { read: true },
    });
    expect(granted?.['shop.Item']).not.toHaveProperty('create');
    expect(granted).not.toHaveProperty('shop.Quality');
  });

  it('grants under a condition on the record and the user', () => {
    expect(rights('Sale: { read: document.place in allowed(Place) }')).toMatchObject({
      'shop.Sale': { read: { text: 'document.place in allowed(Place)' } },
    });
    expect(rights('Item: { update: item.description == user.name }')).toMatchObject({
      'shop.Item': { update: { text: 'item.description == user.name' } },
    });
    expect(rights('Stock: { read: record.place in allowed(Place) }')).toHaveProperty('shop.Stock');
  });

  it.each([
    ['an object that is not there', 'Sael: all', 'reference-unknown shop.Clerk.rights.Sael'],
    ['an operation that does not exist', 'Sale: [read, delete]', 'source-value-unknown shop.Clerk.rights.Sale.1'],
    ['an operation under a wrong name', 'Sale: { raed: true }', 'source-key-unknown shop.Clerk.rights.Sale.raed'],
    [
      'false, because what is not granted is not allowed',
      'Sale: { read: false }',
      'source-value-unknown shop.Clerk.rights.Sale.read',
    ],
    [
      'a condition on a field that is not there',
      'Sale: { read: document.palce == null }',
      'expression-unknown-field shop.Clerk',
    ],
  ])('cannot grant %s', (_, text, problem) => {
    expect(shopObjectProblems(file, `${title}rights:\n  ${text}`)).toContain(problem);
  });

  it('may hold rights of the system, and no others', () => {
    expect(shopObject(file, `${title}system: [repost, exportData]`).role?.system).toEqual(['repost', 'exportData']);
    expect(shopObjectProblems(file, `${title}system: [rule]`)).toEqual(['source-value-unknown shop.Clerk.system.0']);
  });
});

describe('a subsystem', () => {
  it('shows objects in the order written, within another subsystem if it says so', () => {
    const configuration = shopConfiguration({
      'subsystems/Stocks.yaml':
        'title: { en: Stocks, ru: Запасы }\nparent: Trade\norder: 5\nicon: box\nobjects: [Stock, Item]',
    });
    expect(objectOf(configuration, 'shop.Stocks').subsystem).toEqual({
      objects: ['shop.Stock', 'shop.Item'],
      parent: 'shop.Trade',
      order: 5,
      icon: 'box',
    });
  });

  it('shows an object once', () => {
    const text = 'title: { en: S, ru: З }\nobjects: [Stock, Item, Stock]';
    expect(shopObjectProblems('subsystems/Stocks.yaml', text)).toEqual(['source-item-repeated shop.Stocks.objects']);
  });

  it('cannot lie within a catalog', () => {
    expect(
      shopObjectProblems('subsystems/Stocks.yaml', 'title: { en: S, ru: З }\nparent: Item\nobjects: [Stock]'),
    ).toEqual(['reference-unsuitable shop.Stocks.parent']);
  });
});

describe('a functional option', () => {
  it('is off unless it says otherwise, and may require others', () => {
    const others = { 'options/Credit.yaml': 'title: { en: Credit, ru: Кредит }\ndefault: true\nrequires: [Discounts]' };
    expect(objectOf(shopConfiguration(others), 'shop.Credit').functionalOption).toEqual({
      default: true,
      requires: ['shop.Discounts'],
    });
    expect(objectOf(shopConfiguration(), 'shop.Discounts').functionalOption).toEqual({ default: false, requires: [] });
  });
});

describe('every kind', () => {
  it.each(kinds.map(kind => [kind.name, kind] as const))(
    '%s has titles in every language and a folder of its own',
    (_, kind) => {
      for (const language of languages)
        expect([kind.title[language], kind.listTitle[language]]).not.toContain(undefined);
      expect(kinds.filter(other => other.folder === kind.folder)).toEqual([kind]);
      expect(kind.schema.$id).toMatch(/^https:\/\/aubade\.dev\/schemas\/.+\.schema\.json$/);
    },
  );

  it.each(kinds.map(kind => [kind.name, kind] as const))(
    '%s refuses a key that its schema does not know',
    (_, kind) => {
      const [file, text] = Object.entries(shopFiles).find(([path]) => path.startsWith(`${kind.folder}/`)) ?? [
        `${kind.folder}/Other.yaml`,
        'title: { en: Other, ru: Другое }',
      ];
      expect(shopObjectProblems(file, `${text}\ntitel: { en: Wrong }\n`)).toContainEqual(
        expect.stringMatching(/^source-key-unknown .*\.titel$/),
      );
    },
  );
});
