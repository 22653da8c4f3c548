import { expect, test } from 'vitest';
import { readTable } from '../../studio/lib/forms/section-paste.ts';

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
