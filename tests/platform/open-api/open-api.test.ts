import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openApi, recordFormats } from '#platform';
import { shopConfiguration } from '../../support/shop-package.ts';

const configuration = shopConfiguration();
const everything = { language: 'en', server: '/api/shop', visible: () => true } as const;
const document = openApi(configuration, everything);

describe('the document', () => {
  test('has every operation of an object that can be posted', () => {
    expect(operationsOf('/records/shop.Sale')).toEqual([
      'get /records/shop.Sale',
      'post /records/shop.Sale',
      'post /records/shop.Sale/draft',
      'post /records/shop.Sale/delete-marked',
      'get /records/shop.Sale/{id}',
      'put /records/shop.Sale/{id}',
      'post /records/shop.Sale/{id}/mark',
      'post /records/shop.Sale/{id}/unmark',
      'get /records/shop.Sale/{id}/references',
      'post /records/shop.Sale/preview',
      'post /records/shop.Sale/{id}/post',
      'post /records/shop.Sale/{id}/unpost',
      'get /records/shop.Sale/{id}/movements',
    ]);
  });

  test('has no posting for a catalog', () => {
    expect(operationsOf('/records/shop.Item').filter(operation => /post$|preview/.test(operation))).toEqual([]);
  });

  test('has the tables that a register answers', () => {
    expect(operationsOf('/registers/shop.Stock')).toEqual([
      'get /registers/shop.Stock/balance',
      'get /registers/shop.Stock/balance-and-turnovers',
      'get /registers/shop.Stock/turnovers',
      'get /registers/shop.Stock/movements',
    ]);
  });

  test('has the records of a register that users write', () => {
    expect(operationsOf('/registers/shop.Price')).toEqual([
      'get /registers/shop.Price/slice',
      'get /registers/shop.Price/records',
      'post /registers/shop.Price/records',
      'get /registers/shop.Price/records/{id}',
      'put /registers/shop.Price/records/{id}',
      'delete /registers/shop.Price/records/{id}',
    ]);
  });

  test('refers only to components it has', () => {
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)];
    const missing = names.filter(([, group = '', name = '']) => document.components[group]?.[name] === undefined);
    expect(missing.map(([reference]) => reference)).toEqual([]);
  });

  test('names every operation once', () => {
    const ids = Object.values(document.paths).flatMap(methods =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('declares each part of an address', () => {
    for (const [address, methods] of Object.entries(document.paths)) {
      const parts = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(methods)) {
        const declared = (operation.parameters as { in: string; name: string }[]).filter(
          parameter => parameter.in === 'path',
        );
        expect(declared.map(({ name }) => name)).toEqual(parts);
      }
    }
  });

  test('has schemas that compile', () => {
    const ajv = new Ajv2020({ strict: false, formats: { ...recordFormats, 'date-time': true } });
    const root = { $id: 'https://aubade.test/api', components: document.components };
    ajv.addSchema(root);
    for (const name of Object.keys(document.components.schemas ?? {})) {
      expect(() => ajv.compile({ $ref: `https://aubade.test/api#/components/schemas/${name}` })).not.toThrow();
    }
  });

  test('shows a whole record that the server would accept', () => {
    const ajv = new Ajv2020({ strict: false, formats: recordFormats });
    const { examples, ...schema } = document.components['schemas']?.['shop.Sale.write'] ?? {};
    const [example] = examples as { sections: { lines: unknown[] } }[];
    expect(ajv.compile(schema)(example)).toBe(true);
    expect(example?.sections.lines).toHaveLength(1);
  });

  test('speaks the language of its reader', () => {
    const russian = openApi(configuration, { ...everything, language: 'ru' });
    expect(russian.paths['/records/shop.Sale/{id}/post']?.post?.summary).toBe('Продажа: провести');
  });
});

describe('what a reader may not do', () => {
  test('is not in her document', () => {
    const reading = openApi(configuration, { ...everything, visible: (_, operation) => operation === 'read' });
    expect(Object.keys(reading.paths['/records/shop.Sale'] ?? {})).toEqual(['get']);
    expect(reading.paths['/records/shop.Sale/{id}/post']).toBeUndefined();
  });

  test('does not betray that an object exists', () => {
    const blind = openApi(configuration, {
      ...everything,
      visible: path => path !== 'shop.Stock' && path !== 'shop.Price',
    });
    expect(JSON.stringify(blind)).not.toMatch(/shop\.(Stock|Price)/);
  });
});

function operationsOf(prefix: string): string[] {
  return Object.entries(document.paths)
    .filter(([address]) => address.startsWith(prefix))
    .flatMap(([address, methods]) => Object.keys(methods).map(method => `${method} ${address}`));
}
