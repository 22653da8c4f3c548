import ts from 'typescript';
import { expect, test } from 'vitest';
import { recordTypes } from '../../../runtime/command-line/record-types.ts';
import { shopConfiguration } from '../../support/shop-package.ts';

const types = await recordTypes(shopConfiguration(), 'shop');

test('a record has an interface with its titles as docstrings', () => {
  expect(types).toContain('export interface Sale {');
  expect(types).toContain('   * Total\n   */\n  total: Decimal | null;');
});

test('what is required is never null', () => {
  expect(types).toMatch(/place: RecordId;/);
});

test('lines of a section have a type of their own', () => {
  expect(types).toContain('lines: SaleLinesLine[];');
});

test('an enumeration is the union of its values', () => {
  expect(types).toContain("export type Quality = 'good' | 'bad';");
});

test('the types are valid TypeScript', () => {
  const source = ts.transpileModule(types, { reportDiagnostics: true, compilerOptions: { strict: true } });
  expect(source.diagnostics).toEqual([]);
});

test('types of a package that is not there are a mistake of the caller', async () => {
  await expect(recordTypes(shopConfiguration(), 'bakery')).rejects.toThrow('no package bakery');
});
