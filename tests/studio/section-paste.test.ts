import { describe, expect, test } from 'vitest';
import type { Attribute } from '#platform';
import { readLines, readTable } from '../../studio/lib/forms/section-paste.ts';
import type { Workspace } from '../../studio/lib/workspace.ts';

test('a spreadsheet gives rows and cells', () => {
  expect(readTable('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a cell in quotes keeps its line breaks and quotes', () => {
  expect(readTable('"one\ntwo"\t"say ""yes"""')).toEqual([['one\ntwo', 'say "yes"']]);
});

test('empty cells keep their place', () =>
  expect(readTable('a\t\tc\n\tx\t')).toEqual([
    ['a', '', 'c'],
    ['', 'x', ''],
  ]));

test('a quote inside a word is a quote', () => expect(readTable('5" pipe\t2')).toEqual([['5" pipe', '2']]));

test('nothing gives no rows', () => expect(readTable('')).toEqual([]));

describe('a reference to one of several kinds, by the name in a cell', () => {
  const records: Readonly<Record<string, readonly string[]>> = {
    'trade.Customer': ['Quarry', 'Monolith'],
    'trade.Supplier': ['Quarry', 'Quarry North'],
  };
  const workspace = {
    object: (path: string) => (path in records ? {} : undefined),
    api: {
      choices: async (path: string, { search }: { readonly search: string }) =>
        (records[path] ?? [])
          .filter(name => name.startsWith(search))
          .map(name => ({ id: `${path} ${name}`, presentation: name, detail: '' })),
    },
  } as unknown as Workspace;
  const partner = {
    name: 'partner',
    standard: false,
    type: { name: 'ref', storage: 'composite', targets: ['trade.Customer', 'trade.Supplier', 'trade.Hidden'] },
  } as unknown as Attribute;
  const paste = (text: string) => readLines(readTable(text), [partner], workspace);

  test('finds the record and remembers its kind and how it is shown', async () => {
    const id = 'trade.Customer Monolith';
    expect((await paste('Monolith')).lines).toEqual([
      { values: { partner: { type: 'trade.Customer', id } }, shown: { [id]: 'Monolith' } },
    ]);
  });

  test('takes the only one that fits, and prefers the one called exactly so', async () => {
    expect((await paste('Mono')).unknown).toEqual([]);
    expect((await paste('Quarry North')).unknown).toEqual([]);
  });

  test('is left empty and named when records of two kinds are called so', async () => {
    expect(await paste('Quarry')).toEqual({ lines: [{ values: {}, shown: {} }], unknown: ['Quarry'] });
  });
});
