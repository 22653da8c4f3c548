import { describe, expect, it } from 'vitest';
import { shopObject, shopObjectProblems } from '../../support/shop-object.ts';
import { shopFiles } from '../../support/shop-package.ts';

const words = `${shopFiles['words.yaml']}\nlevel: { en: Level, ru: Уровень }\n`;

describe('an information register', () => {
  const file = 'information-registers/Level.yaml';
  const title = 'title: { en: Level, ru: Уровень }\n';
  const parts = 'dimensions: { item: { type: Item, required: true } }\nresources: { level: integer }\n';

  it('is written by people and has no period unless told otherwise', () => {
    const object = shopObject(file, title + parts, { 'words.yaml': words });
    expect(object.register).toMatchObject({
      subject: 'record',
      writing: 'independent',
      information: { periodicity: 'none' },
      recorders: [],
    });
    expect(object.register?.accumulation).toBeUndefined();
    expect(object.operations).toEqual(['read', 'update']);
  });

  it('keeps dimensions, resources and attributes apart', () => {
    const { register } = shopObject(file, `${title}${parts}attributes: { note: string }\n`, { 'words.yaml': words });
    expect(register?.dimensions.map(({ path }) => path)).toEqual(['shop.Level.item']);
    expect(register?.resources.map(({ path }) => path)).toEqual(['shop.Level.level']);
    expect(register?.attributes.map(({ path }) => path)).toEqual(['shop.Level.note']);
  });

  it('checks its values through «record»', () => {
    const text = (name: string) =>
      `${title}dimensions: { item: Item }\nresources: { level: { type: integer, check: ${name}.level > 0 } }\n`;
    expect(shopObject(file, text('record'), { 'words.yaml': words }).register?.resources[0]?.check).toBeDefined();
    expect(shopObjectProblems(file, text('item'), { 'words.yaml': words })).toEqual([
      'expression-unknown-name shop.Level.level',
    ]);
  });

  it('that documents write cannot be changed by hand', () => {
    const posting = `title: { en: Count, ru: Счет }\nattributes: { item: Item, level: integer }
posting:
  level: { register: Level, set: { item: document.item, level: document.level } }\n`;
    const object = shopObject(file, `${title}periodicity: month\nwriting: recorder\n${parts}`, {
      'documents/Count.yaml': posting,
      'words.yaml': words,
    });
    expect(object.operations).toEqual(['read']);
    expect(object.register).toMatchObject({
      writing: 'recorder',
      information: { periodicity: 'month' },
      recorders: ['shop.Count'],
    });
  });

  it('refuses a periodicity that no calendar has', () => {
    expect(shopObjectProblems(file, `${title}periodicity: monthly\n${parts}`)).toContain(
      'source-value-unknown shop.Level.periodicity',
    );
  });
});

describe('an accumulation register', () => {
  const file = 'accumulation-registers/Stock.yaml';
  const stock = shopFiles[file] ?? '';
  const withoutStock = {
    'subsystems/Trade.yaml': 'title: { en: Trade, ru: Торговля }\nobjects: [Sale, Item, Place, Price, Owner]',
  };

  it('says what may never become of its balance', () => {
    const { register } = shopObject(file, stock, withoutStock);
    expect(register).toMatchObject({
      writing: 'recorder',
      accumulation: {
        of: 'balance',
        constraints: [
          {
            name: 'notNegative',
            path: 'shop.Stock.constraints.notNegative',
            expression: { text: 'balance.quantity >= 0' },
          },
        ],
      },
    });
    expect(register?.information).toBeUndefined();
  });

  it('takes a constraint in short, too', () => {
    const { register } = shopObject(
      file,
      stock.replace('{ check: balance.quantity >= 0 }', 'balance.quantity >= 0'),
      withoutStock,
    );
    expect(register?.accumulation?.constraints).toHaveLength(1);
  });

  it.each([
    ['is not a condition', 'balance.quantity', 'expression-result shop.Stock.constraints.notNegative'],
    [
      'asks for what the register does not measure',
      'balance.quantty >= 0',
      'expression-unknown-field shop.Stock.constraints.notNegative',
    ],
    ['asks for a document', 'document.date == null', 'expression-unknown-name shop.Stock.constraints.notNegative'],
  ])('refuses a constraint that %s', (_, expression, problem) => {
    expect(shopObjectProblems(file, stock.replace('balance.quantity >= 0', expression), withoutStock)).toContain(
      problem,
    );
  });

  it('has to say whether it keeps balances or turnovers', () => {
    expect(shopObjectProblems(file, stock.replace('of: balance\n', ''), withoutStock)).toContain(
      'source-key-missing shop.Stock',
    );
  });
});
