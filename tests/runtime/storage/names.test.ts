import { expect, test } from 'vitest';
import { derivedName, metadataPathOf } from '../../../runtime/storage/names.ts';
import { tablesOf } from '../../../runtime/storage/tables-of.ts';
import { shopConfiguration } from '../../support/shop-package.ts';

// name in the database · column · metadata path
const names: [string, string | undefined, string | undefined][] = [
  ['shop.Sale', undefined, 'shop.Sale'],
  ['shop.Sale', 'place', 'shop.Sale.place'],
  ['shop.Sale.lines', 'item', 'shop.Sale.lines.item'],
  ['shop.Sale', 'basis:type', 'shop.Sale.basis'],
  ['shop.Stock:turnovers', 'quantity:receipt', 'shop.Stock.quantity'],
  ['shop.Stock:totals', undefined, 'shop.Stock'],
  ['shop.Item.code:number', undefined, 'shop.Item.code'],
  ['shop.Sale.place:reference', undefined, 'shop.Sale.place'],
  ['_users:login', undefined, undefined],
];

test.each(names)('%s %s stands for %s', (name, column, path) => {
  expect(metadataPathOf(name, column)).toBe(path);
});

test('every table, column, index and constraint of a configuration reads back to it', () => {
  const configuration = shopConfiguration();
  for (const table of tablesOf(configuration)) {
    expect(metadataPathOf(table.name)).toBe(table.path);
    for (const field of table.fields) expect(metadataPathOf(table.name, field.name)).toBe(field.path);
    for (const { name } of [...table.indexes, ...table.foreignKeys]) {
      expect(metadataPathOf(name)?.startsWith(table.path)).toBe(true);
    }
  }
});

test('a name that PostgreSQL would cut off is never made', () => {
  expect(() => derivedName('a'.repeat(60), 'unique')).toThrow('too long');
});
