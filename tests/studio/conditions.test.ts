import { describe, expect, test } from 'vitest';
import { checkExpression, type MetadataLookup, type MetadataObject, rowType } from '#platform';
import { loadConfiguration } from '../../runtime/loading/load-configuration.ts';
import { type Condition, conditionOf, conditionText, writeConditions } from '../../studio/lib/lists/conditions.ts';

const { configuration } = await loadConfiguration({ packages: ['technical'], ids: 'derived' });
if (configuration === undefined) throw new Error('The technical package does not load.');
const objects = configuration.objects;
const lookup: MetadataLookup = {
  object: path => objects[path],
  resolve: (name, from) => objects[name] ?? objects[`${from}.${name}`],
};
const id = '0198c0de-0000-7000-8000-000000000001';

function objectAt(path: string): MetadataObject {
  const object = objects[path];
  if (object === undefined) throw new Error(`No object ${path}`);
  return object;
}

const sale = objectAt('technical.Sale');
const conditions: readonly Condition[] = [
  { attribute: 'number', comparison: 'contains', value: "SL-'1\\" },
  { attribute: 'number', comparison: 'filled', value: null },
  { attribute: 'date', comparison: 'atLeast', value: '2026-01-01' },
  { attribute: 'date', comparison: 'atMost', value: '2026-01-31' },
  { attribute: 'totalAmount', comparison: 'atLeast', value: '-12.50' },
  { attribute: 'customer', comparison: 'is', value: id },
  { attribute: 'customer', comparison: 'isNot', value: id },
  { attribute: 'contract', comparison: 'empty', value: null },
  { attribute: 'posted', comparison: 'is', value: true },
];

describe.each(conditions)('$attribute $comparison $value', condition => {
  test('is an expression the server accepts', () => {
    const text = writeConditions(sale, [condition]) ?? '';
    const scope = { variables: { document: rowType(sale.path) }, package: sale.package, lookup, path: sale.path };
    expect(checkExpression(text, scope)).not.toHaveProperty('problems');
  });

  test('goes into an address and comes back as it was', () => {
    expect(conditionOf(conditionText(condition), sale)).toEqual(condition);
  });
});

test('a condition on an attribute that is not there is dropped', () => {
  expect(conditionOf('nonsense:is:1', sale)).toBeUndefined();
  expect(conditionOf('number:atLeast:1', sale)).toBeUndefined();
});

test('a day means the whole day', () => {
  expect(writeConditions(sale, [{ attribute: 'date', comparison: 'atMost', value: '2026-01-31' }])).toBe(
    "document.date <= dateTime('2026-01-31T23:59:59')",
  );
});
