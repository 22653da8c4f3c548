import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { languages, recordFormats, valueTypes } from '#platform';
import { valueSchema } from '../../platform/record-schemas/value-schema.ts';
import { fixtureConfiguration } from '../support/fixture-configuration.ts';
import { samplesOf, strangersOf, usualType } from './value-samples.ts';

const configuration = await fixtureConfiguration('trade');
const ajv = new Ajv2020({ strict: false, formats: recordFormats });

test('no two types share a name', () => {
  expect(new Set(valueTypes.map(({ name }) => name)).size).toBe(valueTypes.length);
});

describe.each(valueTypes.map(type => [type.name, type] as const))('%s', (_, type) => {
  const usual = usualType(type);
  const values = samplesOf(type);
  const accepts = ajv.compile(valueSchema(configuration, usual));

  test('has a title in every language', () => {
    expect(languages.filter(language => (type.title[language] ?? '') === '')).toEqual([]);
  });

  test('resolves to itself, without a trace of how', () => {
    expect(usual).toMatchObject({ name: type.name, storage: type.storage });
    expect(JSON.parse(JSON.stringify(usual))).toEqual(usual);
  });

  test('accepts its values, and so does the schema of requests', () => {
    expect(values.filter(value => type.check(value, usual) !== undefined)).toEqual([]);
    expect(values.filter(value => !accepts(value))).toEqual([]);
  });

  test('refuses what is no value of it, and so does the schema of requests', () => {
    const strangers = [...strangersOf(type), null, undefined];
    expect(strangers.filter(value => type.check(value, usual) === undefined)).toEqual([]);
    expect(strangers.filter(value => accepts(value))).toEqual([]);
  });

  test('keeps its values through JSON', () => {
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });

  test('shows every value in every language', () => {
    for (const language of languages) {
      const shown = values.filter(value => value !== '').map(value => type.format(value, language, usual));
      expect(shown.filter(text => text === '' || text.includes('NaN') || text.includes('Invalid'))).toEqual([]);
    }
  });

  test('orders its values totally', () => {
    const ascending = values.map((one, index) =>
      values.map((other, at) => Math.sign(type.compare(one, other)) === Math.sign(index - at)),
    );
    expect(ascending.flat().every(Boolean)).toBe(true);
  });
});
