import { describe, expect, it } from 'vitest';
import { shopObject, shopObjectProblems } from '../../support/shop-object.ts';
import { shopFiles } from '../../support/shop-package.ts';

const words = `${shopFiles['words.yaml']}\nfrom: { en: From, ru: Откуда }\nsale: { en: Sale, ru: Продажа }\nsize: { en: Size, ru: Размер }\n`;
const title = 'title: { en: Return, ru: Возврат }\n';
const lines = 'sections:\n  lines:\n    attributes:\n      item: Item\n      quantity: quantity\n';
const place = 'attributes:\n  place: Place\n';
const returned = (text: string) => shopObject('documents/Return.yaml', title + text, { 'words.yaml': words });
const problems = (text: string) => shopObjectProblems('documents/Return.yaml', title + text, { 'words.yaml': words });

describe('a document', () => {
  it('has a number, a date and marks without saying so', () => {
    const { entity, operations } = returned('');
    expect(entity?.attributes.map(({ name }) => name)).toEqual(['number', 'date', 'posted', 'deletionMark']);
    expect(entity).toMatchObject({
      subject: 'document',
      presentation: ['number', 'date'],
      inputBy: ['number'],
      order: '-date',
    });
    expect(operations).not.toContain('post');
  });

  it('starts on the present moment, not posted and not marked', () => {
    const defaults = returned('').entity?.attributes.map(attribute => attribute.default?.text);
    expect(defaults).toEqual([undefined, 'now', 'false', 'false']);
  });

  it('is numbered with a prefix and a period', () => {
    expect(returned('number: { prefix: R-, period: year, digits: 4, gapless: true }').entity?.numbering).toEqual({
      attribute: 'number',
      prefix: 'R-',
      digits: 4,
      period: 'year',
      within: 'whole',
      gapless: true,
      editable: true,
      automatic: true,
    });
  });

  it('may have tabular sections whose expressions see the line', () => {
    const text = `${lines}      amount: { type: money, formula: 'round(line.quantity * 2, 2)' }\n`;
    expect(returned(text).entity?.sections).toMatchObject([
      {
        name: 'lines',
        path: 'shop.Return.lines',
        title: { en: 'Lines' },
        required: false,
        attributes: [{ path: 'shop.Return.lines.item' }, {}, { readOnly: true }],
      },
    ]);
    expect(problems(`${lines}      amount: { type: money, formula: 'round(record.quantity * 2, 2)' }\n`)).toEqual([
      'expression-unknown-name shop.Return.lines.amount',
    ]);
  });
});

describe('a posting rule', () => {
  const rule = (text: string) =>
    `${place}${lines}posting:\n  stock:\n    register: Stock\n    movement: receipt\n    each: lines\n    ${text}\n`;
  const set = 'set: { place: document.place, item: line.item, quantity: line.quantity }';

  it('makes the document one that can be posted', () => {
    const document = returned(rule(set));
    expect(document.operations).toContain('post');
    expect(document.posting?.rules).toMatchObject([
      {
        name: 'stock',
        path: 'shop.Return.posting.stock',
        register: 'shop.Stock',
        movement: 'receipt',
        each: 'lines',
        from: '0001-01-01',
      },
    ]);
    expect(Object.keys(document.posting?.rules[0]?.set ?? {})).toEqual(['place', 'item', 'quantity']);
  });

  it('may hold under a condition and under an option', () => {
    const [found] = returned(rule(`when: line.quantity > 0\n    option: Discounts\n    ${set}`)).posting?.rules ?? [];
    expect(found).toMatchObject({ when: { text: 'line.quantity > 0' }, option: 'shop.Discounts' });
  });

  it('has versions, each valid until the next begins, whatever order they are written in', () => {
    const version = (from: string) => `    - { register: Stock, movement: receipt, each: lines, ${from}${set} }\n`;
    const text = `${place}${lines}posting:\n  stock:\n${version('from: 2027-01-01, ')}${version('')}${version('from: 2026-01-01, ')}`;
    const rules = returned(text).posting?.rules ?? [];
    expect(rules.map(({ from, until }) => [from, until])).toEqual([
      ['0001-01-01', '2026-01-01'],
      ['2026-01-01', '2027-01-01'],
      ['2027-01-01', undefined],
    ]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    [
      'a register that is not there',
      rule(set).replace('register: Stock', 'register: Stok'),
      'reference-unknown shop.Return.posting.stock.register',
    ],
    [
      'a catalog as its register',
      rule(set).replace('register: Stock', 'register: Item'),
      'reference-unsuitable shop.Return.posting.stock.register',
    ],
    [
      'a register that documents do not write',
      rule(set).replace('register: Stock', 'register: Price'),
      'reference-unsuitable shop.Return.posting.stock.register',
    ],
    [
      'a section that is not there',
      rule(set).replace('each: lines', 'each: goods'),
      'part-unknown shop.Return.posting.stock.each',
    ],
    [
      'a dimension the register does not have',
      rule('set: { place: document.place, item: line.item, quantity: line.quantity, shelf: 1 }'),
      'part-unknown shop.Return.posting.stock.set.shelf',
    ],
    [
      'a value of another type',
      rule('set: { place: line.item, item: line.item, quantity: line.quantity }'),
      'expression-result shop.Return.posting.stock',
    ],
    [
      'the user, because posting again must give the same',
      rule('set: { place: document.place, item: line.item, quantity: size(user.name) }'),
      'expression-unknown-name shop.Return.posting.stock',
    ],
    ['a date that is none', rule(`from: yesterday\n    ${set}`), 'source-form-wrong shop.Return.posting.stock.from'],
  ])('cannot name %s', (_, text, problem) => {
    expect(problems(text)).toContain(problem);
  });

  it('makes its document a recorder of the register', () => {
    const stock = shopObject(
      'accumulation-registers/Stock.yaml',
      shopFiles['accumulation-registers/Stock.yaml'] ?? '',
      {
        'documents/Return.yaml': title + rule(set),
        'subsystems/Trade.yaml': 'title: { en: Trade, ru: Торговля }\nobjects: [Sale, Item, Place, Price, Owner]',
        'words.yaml': words,
      },
    );
    expect(stock.register?.recorders).toEqual(['shop.Return', 'shop.Sale']);
  });
});

describe('filling a document from another', () => {
  const filled = (text: string) => returned(text).entity?.fillFrom;

  it('in short carries over what has the same name and an agreeing type', () => {
    expect(filled(`attributes:\n  place: Place\n  size: string\n${lines}fillFrom: [Sale]\n`)).toMatchObject([
      {
        source: 'shop.Sale',
        set: { place: { text: 'basis.place' } },
        sections: {
          lines: { each: 'lines', set: { item: { text: 'line.item' }, quantity: { text: 'line.quantity' } } },
        },
      },
    ]);
  });

  it('in short puts the basis itself into the attribute made for it', () => {
    expect(filled(`attributes:\n  sale: Sale\nfillFrom: [Sale]\n`)?.[0]?.set).toMatchObject({
      sale: { text: 'basis' },
    });
  });

  it('in short leaves out what is computed and what would not fit', () => {
    const text = `attributes:\n  total: { type: money, formula: '1.00' }\nsections:\n  lines:\n    attributes:\n      price: money\nfillFrom: [Sale]\n`;
    expect(filled(text)?.[0]).toMatchObject({ set: {}, sections: { lines: { set: {} } } });
  });

  it('in full sets what it says and nothing else', () => {
    const text = `attributes:\n  place: Place\n  from: Place\nfillFrom:\n  - { source: Sale, set: { from: basis.place } }\n`;
    expect(Object.keys(filled(text)?.[0]?.set ?? {})).toEqual(['from']);
  });

  it('reports names that neither document has', () => {
    const text = `${lines}fillFrom:\n  - { source: Sale, set: { placce: basis.place }, sections: { goods: { each: lines, set: {} }, lines: { each: goods, set: {} } } }\n`;
    expect(problems(text)).toEqual([
      'part-unknown shop.Return.fillFrom.0.set.placce',
      'part-unknown shop.Return.fillFrom.0.goods',
      'part-unknown shop.Return.fillFrom.0.lines.each',
    ]);
  });
});
