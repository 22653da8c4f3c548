import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { kinds, languages } from '#platform';
import definitions from '../../platform/schemas/definitions.schema.json' with { type: 'json' };
import { fixtureConfiguration } from '../support/fixture-configuration.ts';

const objects = Object.values((await fixtureConfiguration('trade')).objects);
const ajv = new Ajv({ strict: false, schemas: [definitions] });

test('no two kinds share a name or a folder', () => {
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
  expect(new Set(kinds.map(({ folder }) => folder)).size).toBe(kinds.length);
});

describe.each(kinds.map(kind => [kind.name, kind] as const))('%s', (name, kind) => {
  const own = objects.filter(object => object.kind === name);

  test('has a title for one and for many in every language', () => {
    expect(languages.filter(language => !kind.title[language] || !kind.listTitle[language])).toEqual([]);
  });

  test('has a schema that editors can find and that compiles', () => {
    expect(kind.schema.$id).toMatch(/^https:\/\/.+\.schema\.json$/);
    expect(() => ajv.compile(kind.schema)).not.toThrow();
  });

  test('explains each of its keys to the configurator', () => {
    const { properties = {} } = kind.schema as { properties?: Record<string, { description?: string; $ref?: string }> };
    const silent = Object.entries(properties).filter(
      ([, { description, $ref }]) => description === undefined && $ref === undefined,
    );
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  test('refuses a key it does not know', () => {
    expect(ajv.compile(kind.schema)({ title: { en: 'A', ru: 'А' }, colour: 'red' })).toBe(false);
  });

  test('has an object in the fixture that shows it', () => {
    expect(own.length).toBeGreaterThan(0);
  });

  test('gives its objects only operations it has', () => {
    const strange = own.flatMap(object => object.operations.filter(operation => !kind.operations.includes(operation)));
    expect(strange).toEqual([]);
  });

  test('gives its objects a capability', () => {
    for (const { entity, register, enumeration, constant, role, functionalOption, subsystem } of own) {
      const capabilities = [entity, register, enumeration, constant, role, functionalOption, subsystem];
      expect(capabilities.filter(capability => capability !== undefined).length).toBe(1);
    }
  });

  test('gives its objects parts whose paths lead to them', () => {
    for (const object of own) {
      const parts = [
        ...(object.entity?.attributes ?? []),
        ...(object.entity?.sections ?? []),
        ...(object.register?.dimensions ?? []),
      ];
      expect(parts.filter(part => part.path !== `${object.path}.${part.name}`)).toEqual([]);
    }
  });
});
