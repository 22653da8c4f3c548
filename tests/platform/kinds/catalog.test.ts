import { describe, expect, it } from 'vitest';
import { shopObject, shopObjectProblems } from '../../support/shop-object.ts';
import { shopFiles } from '../../support/shop-package.ts';

const words = `${shopFiles['words.yaml']}
limit: { en: Limit, ru: Предел }
grade: { en: Grade, ru: Сорт }
`;

const title = 'title: { en: Client, ru: Клиент }\n';
const catalog = (text: string, others = {}) => shopObject('catalogs/Client.yaml', title + text, others).entity;
const problems = (text: string) => shopObjectProblems('catalogs/Client.yaml', title + text);
const names = (attributes: readonly { readonly name: string }[] | undefined) => attributes?.map(({ name }) => name);

describe('a catalog', () => {
  it('has a code, a description and marks without saying so', () => {
    const entity = catalog('');
    expect(entity).toMatchObject({
      subject: 'item',
      presentation: ['description'],
      inputBy: ['code', 'description'],
      order: 'description',
    });
    expect(names(entity?.attributes)).toEqual(['code', 'description', 'deletionMark', 'predefined']);
    expect(entity?.attributes.every(attribute => attribute.standard)).toBe(true);
  });

  it('is made to be read, created, changed and marked for deletion', () => {
    const object = shopObject('catalogs/Client.yaml', title);
    expect(object).toMatchObject({ kind: 'catalog', operations: ['read', 'create', 'update', 'mark'] });
    expect(object.listTitle).toEqual(object.title);
  });

  it('numbers its codes in the whole catalog unless told otherwise', () => {
    expect(catalog('')?.numbering).toEqual({
      attribute: 'code',
      prefix: '',
      digits: 6,
      period: 'none',
      within: 'whole',
      gapless: false,
      editable: true,
      automatic: true,
    });
    expect(catalog('code: { digits: 3, prefix: C-, editable: false }')?.numbering).toMatchObject({
      digits: 3,
      prefix: 'C-',
      editable: false,
    });
  });

  it('has no code when it says none', () => {
    const entity = catalog('code: none');
    expect(entity?.numbering).toBeUndefined();
    expect(names(entity?.attributes)).not.toContain('code');
    expect(entity?.inputBy).toEqual(['description']);
  });

  it('takes a code by hand only, when it is never made and never typed', () => {
    const code = (text: string) => catalog(text)?.attributes.find(attribute => attribute.name === 'code')?.readOnly;
    expect(code('')).toBe(false);
    expect(code('code: { editable: false }')).toBe(true);
  });

  it('of groups has a parent and tells groups from items', () => {
    const entity = catalog('hierarchy: groups');
    expect(entity?.hierarchy).toEqual({ of: 'groups' });
    expect(entity?.attributes.find(({ name }) => name === 'parent')?.type).toEqual({
      name: 'reference',
      storage: 'reference',
      targets: ['shop.Client'],
    });
    expect(names(entity?.attributes)).toContain('isGroup');
  });

  it('of items has a parent and no groups', () => {
    const attributes = names(catalog('hierarchy: items')?.attributes);
    expect(attributes).toContain('parent');
    expect(attributes).not.toContain('isGroup');
  });

  it('may be owned by one catalog or by any of several', () => {
    const owner = (text: string) => catalog(text)?.attributes.find(({ name }) => name === 'owner');
    expect(owner('owners: [Item]')).toMatchObject({
      required: true,
      type: { storage: 'reference', targets: ['shop.Item'] },
    });
    expect(owner('owners: [Item, Place]')?.type).toMatchObject({
      storage: 'composite',
      targets: ['shop.Item', 'shop.Place'],
    });
    expect(catalog('owners: [Item]')?.owners).toEqual(['shop.Item']);
  });

  it('cannot be owned by an enumeration', () => {
    expect(problems('owners: [Quality]')).toContain('reference-unsuitable shop.Client.owners.0');
  });

  it('gives predefined items an id for ever and values in JSON form', () => {
    const entity = catalog(
      `attributes:
  place: Place
  grade: Quality
  limit: money
predefined:
  best:
    title: { en: Best, ru: Лучший }
    values: { code: 1, description: Best, place: Place.main, grade: Quality.good, limit: 10.50 }
`,
      { 'words.yaml': words },
    );
    const [best] = entity?.predefined ?? [];
    expect(best).toMatchObject({ name: 'best', path: 'shop.Client.best', isGroup: false });
    expect(best?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(best?.values).toMatchObject({ code: '1', description: 'Best', grade: 'good', limit: '10.50' });
    expect(best?.values['place']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuses a predefined value that names nothing', () => {
    expect(
      problems(
        'attributes:\n  place: { type: Place, title: { en: P, ru: П } }\npredefined:\n  best: { values: { place: Place.maim } }',
      ),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/shop\.Client\.place/)]));
  });

  it('refuses an attribute and a predefined item of one name, because one path cannot name both', () => {
    expect(
      problems(
        'attributes:\n  best: { type: money, title: { en: B, ru: Б } }\npredefined:\n  best: { title: { en: B, ru: Б } }',
      ),
    ).toEqual(['part-twice shop.Client.best']);
  });

  it('checks conditions over the whole item, which they see as «item»', () => {
    const checks = (expression: string) =>
      `checks:\n  named: { expression: "${expression}", message: { en: Name it, ru: Назовите } }`;
    expect(catalog(checks("item.description != ''"))?.checks).toMatchObject([
      { name: 'named', path: 'shop.Client.checks.named', message: { en: 'Name it' } },
    ]);
    expect(problems(checks("document.description != ''"))).toEqual([
      'expression-unknown-name shop.Client.checks.named',
    ]);
  });
});

describe('an attribute', () => {
  const attribute = (text: string, others = {}) =>
    catalog(`attributes:\n  ${text}`, { 'words.yaml': words, ...others })?.attributes.at(-1);
  const attributeProblems = (text: string) =>
    shopObjectProblems('catalogs/Client.yaml', `${title}attributes:\n  ${text}`, { 'words.yaml': words });

  it('may be written as its type alone', () => {
    expect(attribute('limit: money')).toMatchObject({
      name: 'limit',
      path: 'shop.Client.limit',
      title: { en: 'Limit', ru: 'Предел' },
      standard: false,
      required: false,
      readOnly: false,
      unique: false,
      type: { name: 'money', storage: 'decimal', precision: 18, scale: 2 },
    });
  });

  it('takes its title from the words of the package, then from its name', () => {
    expect(attribute('limit: { type: money, title: { en: Ceiling, ru: Потолок } }')?.title).toEqual({
      en: 'Ceiling',
      ru: 'Потолок',
    });
    expect(attributeProblems('creditLimit: money')).toEqual(['text-missing shop.Client.creditLimit']);
  });

  it.each([
    ['a string of a length', 'limit: { type: string, length: 12 }', { storage: 'text', length: 12 }],
    ['a string of the usual length', 'limit: string', { storage: 'text', length: 150 }],
    [
      'a decimal with digits',
      'limit: { type: decimal, precision: 10, scale: 4 }',
      { storage: 'decimal', precision: 10, scale: 4 },
    ],
    ['a reference', 'limit: Place', { name: 'reference', storage: 'reference', targets: ['shop.Place'] }],
    ['a reference to a document', 'limit: Sale', { name: 'reference', targets: ['shop.Sale'] }],
    [
      'a value of an enumeration',
      'limit: Quality',
      { name: 'enumeration', storage: 'enumeration', targets: ['shop.Quality'] },
    ],
    [
      'a reference to one of several',
      'limit: [Place, Item]',
      { name: 'composite', storage: 'composite', targets: ['shop.Place', 'shop.Item'] },
    ],
  ])('may be %s', (_, text, type) => {
    expect(attribute(text)?.type).toMatchObject(type);
  });

  it.each([
    ['a type that is misspelt', 'limit: monye', 'reference-unknown shop.Client.limit'],
    ['an object that is not there', 'limit: { type: Plaec }', 'reference-unknown shop.Client.limit.type'],
    ['a register', 'limit: Stock', 'reference-unsuitable shop.Client.limit'],
    ['an enumeration among several references', 'limit: [Place, Quality]', 'reference-unsuitable shop.Client.limit.1'],
    ['a length for money', 'limit: { type: money, length: 5 }', 'type-parameter-unsuitable shop.Client.limit.length'],
    [
      'more decimals than digits',
      'limit: { type: decimal, precision: 2, scale: 3 }',
      'type-scale-too-large shop.Client.limit',
    ],
    [
      'an option that is a catalog',
      'limit: { type: money, option: Place }',
      'reference-unsuitable shop.Client.limit.option',
    ],
    ['a default of another type', 'limit: { type: money, default: "\'much\'" }', 'expression-result shop.Client.limit'],
    [
      'a formula that asks the clock',
      'limit: { type: dateTime, formula: now }',
      'expression-unknown-name shop.Client.limit',
    ],
  ])('cannot be given %s', (_, text, problem) => {
    expect(attributeProblems(text)).toContain(problem);
  });

  it('with a formula is read only', () => {
    expect(attribute('limit: { type: money, formula: "round(10 / 3, 2)" }')).toMatchObject({
      readOnly: true,
      formula: { text: 'round(10 / 3, 2)' },
    });
  });

  it('may start from the user, the moment and other values of the record', () => {
    expect(attribute('limit: { type: dateTime, default: now }')?.default?.text).toBe('now');
    expect(attribute('limit: { type: string, default: user.name }')?.default?.text).toBe('user.name');
  });

  it('may be checked in short, or with words of its own', () => {
    expect(attribute('limit: { type: money, check: item.limit >= 0 }')?.check).toMatchObject({
      expression: { text: 'item.limit >= 0' },
    });
    const check = attribute(
      'limit: { type: money, check: { expression: item.limit >= 0, message: { en: No, ru: Нет } } }',
    )?.check;
    expect(check?.message).toEqual({ en: 'No', ru: 'Нет' });
  });

  it('offers for choice what a condition on «value» allows', () => {
    expect(attribute("limit: { type: Item, choose: '!value.isGroup' }")?.choose?.text).toBe('!value.isGroup');
  });

  it('reports a wrong name in an expression at its place in the file', () => {
    expect(attributeProblems('limit: { type: money, check: item.limti > 0 }')).toEqual([
      'expression-unknown-field shop.Client.limit',
    ]);
  });

  it('whose type is not known does not make its expressions wrong as well', () => {
    expect(attributeProblems('limit: { type: monye, check: item.limit > 0 }')).toEqual([
      'reference-unknown shop.Client.limit.type',
    ]);
  });
});
