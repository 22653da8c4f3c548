import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Configuration, diff, languages, objectBodySchema, openApi, recordFormats } from '#platform';
import { recordTypes } from '../../runtime/command-line/record-types.ts';
import { testedPackages } from './tested-packages.ts';

describe.each(await testedPackages())('$name', ({ name, load }) => {
  let configuration: Configuration;

  beforeAll(async () => {
    const loaded = await load();
    expect(loaded.problems).toEqual([]);
    configuration = loaded.configuration ?? { packages: [], objects: {}, hash: '' };
  });

  test('is the same each time it is loaded', async () => {
    const again = (await load()).configuration;
    expect(again).toEqual(configuration);
  });

  test('is plain data and frozen all through', () => {
    expect(JSON.parse(JSON.stringify(configuration))).toEqual(configuration);
    expect(unfrozen(configuration)).toBe(0);
  });

  test('does not differ from itself', () => {
    expect(diff(configuration, { ...configuration, hash: 'read from the database' })).toEqual([]);
  });

  test('has request schemas that compile', () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, formats: recordFormats });
    for (const { path, entity, posting, register, constant } of Object.values(configuration.objects)) {
      const record = entity !== undefined || register?.writing === 'independent';
      if (record) ajv.compile(objectBodySchema('record', path, { configuration }));
      if (entity !== undefined) ajv.compile(objectBodySchema('draft', path, { configuration }));
      if (posting !== undefined) ajv.compile(objectBodySchema('preview', path, { configuration }));
      if (constant !== undefined) ajv.compile(objectBodySchema('constant', path, { configuration }));
    }
  });

  test.each(languages)('describes its interface in %s', language => {
    const document = openApi(configuration, { language, server: '/api/test', visible: () => true });
    const ajv = new Ajv2020({ strict: false, formats: { ...recordFormats, 'date-time': true } });
    ajv.addSchema({ $id: 'https://aubade.test/api', components: document.components });
    const ids = Object.values(document.paths).flatMap(methods =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const schema of Object.keys(document.components.schemas ?? {})) {
      ajv.compile({ $ref: `https://aubade.test/api#/components/schemas/${schema}` });
    }
  });

  test('has TypeScript types for its records', async () => {
    const types = await recordTypes(configuration, name);
    const { diagnostics } = ts.transpileModule(types, { reportDiagnostics: true, compilerOptions: { strict: true } });
    expect(diagnostics).toEqual([]);
  });
});

function unfrozen(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return (Object.isFrozen(value) ? 0 : 1) + Object.values(value).reduce<number>((sum, part) => sum + unfrozen(part), 0);
}
