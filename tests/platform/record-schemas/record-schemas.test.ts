import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type JsonSchema, objectBodySchema, plainBodySchema, recordFormats, recordViewSchema } from '#platform';
import { changed, shopConfiguration } from '../../support/shop-package.ts';

const configuration = shopConfiguration({
  ...changed(
    'catalogs/Item.yaml',
    '  note: text',
    '  note: { type: string, length: 5 }\n  price: { type: month, title: { en: M, ru: М } }\n  main: { type: date }\n  good: { type: [Place, Item] }',
  ),
});
const id = '01890a5d-ac96-774b-bcce-b302099a8057';

function validator(schema: JsonSchema): (value: unknown) => boolean {
  const validate = new Ajv2020({ strict: true, strictTypes: false, formats: recordFormats, allErrors: true }).compile(
    schema,
  );
  return value => validate(value);
}

const sale = validator(objectBodySchema('record', 'shop.Sale', { configuration }));
const item = validator(objectBodySchema('record', 'shop.Item', { configuration }));

describe('a record is accepted', () => {
  test('with values and lines in their JSON forms', () => {
    const lines = [{ item: id, quality: 'good', quantity: '1.500', price: '12.5' }];
    expect(
      sale({ version: 3, values: { place: id, date: '2026-01-31T10:00:00' }, sections: { lines }, post: true }),
    ).toBe(true);
  });

  test('with null for no value', () => {
    expect(item({ values: { note: null, weight: null, main: null, good: null } })).toBe(true);
  });

  test('with a reference to one of several objects', () => {
    expect(item({ values: { good: { type: 'shop.Place', id } } })).toBe(true);
  });
});

describe('a record is refused', () => {
  test.each<[string, unknown]>([
    ['without values', {}],
    ['with a key that is not known', { values: { colour: 'red' } }],
    ['with a value that the server computes', { values: { total: '1.00' } }],
    ['with a mark that has a request of its own', { values: { posted: true } }],
    ['with a section that is not known', { values: {}, sections: { goods: [] } }],
    ['with a line that has an unknown key', { values: {}, sections: { lines: [{ colour: 'red' }] } }],
    ['with a number that is a float', { values: {}, sections: { lines: [{ quantity: 1.5 }] } }],
    ['with more decimals than are kept', { values: {}, sections: { lines: [{ quantity: '1.0001' }] } }],
    ['with more digits than are kept', { values: {}, sections: { lines: [{ quantity: '1234567890123456' }] } }],
    ['with an exponent', { values: {}, sections: { lines: [{ quantity: '1e3' }] } }],
    ['with an empty number', { values: {}, sections: { lines: [{ quantity: '' }] } }],
    ['with a value the enumeration does not have', { values: {}, sections: { lines: [{ quality: 'fine' }] } }],
    ['with a reference that is no id', { values: { place: 'main' } }],
    ['with a day that does not exist', { values: { date: '2026-02-29T10:00:00' } }],
    ['with a time that does not exist', { values: { date: '2026-02-28T24:00:00' } }],
    ['with a zone in a civil time', { values: { date: '2026-02-28T10:00:00Z' } }],
    ['with a version below one', { version: 0, values: {} }],
    ['with too many lines', { values: {}, sections: { lines: Array.from({ length: 50_001 }, () => ({})) } }],
    ['with a key that would reach a prototype', JSON.parse('{"values": {"__proto__": {"x": true}}}')],
  ])('%s', (_, record) => {
    expect(sale(record)).toBe(false);
  });

  test.each<[string, unknown]>([
    ['with a text that is too long', { values: { note: 'abcdef' } }],
    ['with a character that the database cannot keep', { values: { note: 'a\u0000' } }],
    ['with a month that does not exist', { values: { price: '2026-13' } }],
    ['with a date of another form', { values: { main: '31.01.2026' } }],
    ['with a reference to an object that is not allowed', { values: { good: { type: 'shop.Sale', id } } }],
    ['with a bare id where the object must be named', { values: { good: id } }],
  ])('%s', (_, record) => {
    expect(item(record)).toBe(false);
  });
});

test('a length counts characters, not bytes', () => {
  expect(item({ values: { note: '😀😀😀😀😀' } })).toBe(true);
});

describe('other bodies', () => {
  test('a draft may lack everything and may name a record to copy', () => {
    const draft = validator(objectBodySchema('draft', 'shop.Sale', { configuration }));
    expect(draft({})).toBe(true);
    expect(draft({ copyOf: id })).toBe(true);
    expect(draft({ basis: { type: 'shop.Item', id } })).toBe(true);
    expect(draft({ basis: { type: 'shop.Stock', id } })).toBe(false);
  });

  test('a preview may be of a record that is written', () => {
    const preview = validator(objectBodySchema('preview', 'shop.Sale', { configuration }));
    expect(preview({ id, version: 1, values: {} })).toBe(true);
    expect(preview({ id })).toBe(false);
  });

  test('a constant takes a value of its type', () => {
    const constant = validator(objectBodySchema('constant', 'shop.Owner', { configuration }));
    expect(constant({ value: 'Aubade' })).toBe(true);
    expect(constant({ value: null })).toBe(true);
    expect(constant({})).toBe(false);
    expect(constant({ value: true })).toBe(false);
  });

  test('a record of a register that users write has dimensions, resources and a period', () => {
    const price = validator(objectBodySchema('record', 'shop.Price', { configuration }));
    expect(price({ values: { period: '2026-01-31', item: id, price: '9.9900' } })).toBe(true);
    expect(price({ values: { period: '2026-01-31T10:00:00' } })).toBe(false);
  });

  test('a user has roles of the configuration', () => {
    const user = validator(plainBodySchema('user', { configuration }));
    const anna = { login: 'anna', name: 'Anna', language: 'ru', disabled: false, allowed: { 'shop.Place': [id] } };
    expect(user({ ...anna, roles: ['shop.Seller'] })).toBe(true);
    expect(user({ ...anna, roles: ['shop.Owner'] })).toBe(false);
    expect(user({ ...anna, roles: [], allowed: { 'shop.Stock': [id] } })).toBe(false);
  });

  test('reposting names a document that has rules', () => {
    const job = validator(plainBodySchema('job', { configuration }));
    expect(job({ kind: 'repost', parameters: { path: 'shop.Sale', from: '2026-01-01' } })).toBe(true);
    expect(job({ kind: 'repost', parameters: { path: 'shop.Item' } })).toBe(false);
  });

  test.each([
    ['signIn', { login: 'anna', password: 'secret' }, { login: 'anna' }],
    ['passwordChange', { current: 'one', password: 'another' }, { password: 'another' }],
    ['recordIds', { ids: ['0195f5a0-0000-7000-8000-000000000001'] }, { ids: [] }],
    ['sessionChange', { language: 'fa' }, { language: 'de' }],
    ['version', { version: 1 }, { version: '1' }],
    ['option', { on: true }, { on: 'yes' }],
    ['closedPeriod', { closedPeriod: null }, { closedPeriod: '2026-02-30' }],
  ] as const)('%s takes what the contract says', (body, good, bad) => {
    const validate = validator(plainBodySchema(body, { configuration }));
    expect([validate(good), validate(bad), validate({ ...good, more: true })]).toEqual([true, false, false]);
  });
});

test('asking for the value of an object that is no constant is a mistake of the caller', () => {
  expect(() => objectBodySchema('constant', 'shop.Item', { configuration })).toThrow('no constant');
  expect(() => objectBodySchema('record', 'shop.Nothing', { configuration })).toThrow('no object');
});

test('titles of the metadata are shown in the language asked for', () => {
  const view = recordViewSchema(configuration.objects['shop.Sale'] ?? raise(), { configuration, language: 'ru' });
  expect(JSON.stringify(view)).toContain('"title":"Итого"');
});

function raise(): never {
  throw new Error('The shop has no sales.');
}
