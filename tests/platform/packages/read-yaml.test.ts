import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '#platform';

const read = (text: string) => readYaml('file.yaml', text).value;
const codesOf = (text: string) =>
  readYaml('file.yaml', text).problems.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);

describe('reading a source file', () => {
  it('gives maps, lists, texts, whole numbers, booleans and null', () => {
    const text = 'a: { en: Goods, ru: Товары }\nb: [1, -20, true, false, null, ~]\nc:\n  - x: "1"\n  - y\nd:\n';
    expect(read(text)).toEqual({
      a: { en: 'Goods', ru: 'Товары' },
      b: [1, -20, true, false, null, null],
      c: [{ x: '1' }, 'y'],
      d: null,
    });
  });

  it('keeps a decimal number as the text that was written, so that no digit is lost', () => {
    expect(read('rate: 0.10\nbig: 12345678901234567890\nexponent: 1e3')).toEqual({
      rate: '0.10',
      big: '12345678901234567890',
      exponent: '1e3',
    });
  });

  it('keeps codes with leading zeros, dates and the words yes and no as texts', () => {
    expect(read('a: 007\nb: 2026-01-31\nc: yes\nd: no')).toEqual({ a: '007', b: '2026-01-31', c: 'yes', d: 'no' });
  });

  it('joins the lines of a folded text and keeps those of a literal one', () => {
    expect(read('a: >\n  one\n  two\nb: |\n  one\n  two\n')).toEqual({ a: 'one two\n', b: 'one\ntwo\n' });
  });

  it('reads an empty file as nothing', () => {
    expect(readYaml('file.yaml', '# only a comment\n')).toMatchObject({ value: null, problems: [] });
  });

  it('reads files as Windows writes them, with a byte order mark and its line ends', () => {
    const file = readYaml('file.yaml', '\ufeffa: 1\r\nb:\r\n  c: x\r\n');
    expect(file).toMatchObject({ value: { a: 1, b: { c: 'x' } }, problems: [] });
    expect(file.placeOf(['b', 'c'])).toMatchObject({ line: 3, column: 6 });
  });

  it('tells where a value and its key stand', () => {
    const file = readYaml(
      'file.yaml',
      'attributes:\n  price: { type: money, check: "line.price > 0" }\nlist:\n  - one\n  - two\n',
    );
    expect(file.placeOf(['attributes', 'price', 'type'])).toEqual({ file: 'file.yaml', line: 2, column: 18 });
    expect(file.placeOfKey(['attributes', 'price', 'type'])).toEqual({ file: 'file.yaml', line: 2, column: 12 });
    expect(file.placeOf(['attributes', 'price', 'check'])).toMatchObject({ line: 2, column: 33 });
    expect(file.placeOf(['list', 1])).toMatchObject({ line: 5, column: 5 });
  });

  it('tells where the nearest parent stands when there is no such value', () => {
    const file = readYaml('file.yaml', 'a: 1\nsections:\n  lines:\n    title: x\n');
    expect(file.placeOf(['sections', 'lines', 'attributes', 'x'])).toMatchObject({ line: 4, column: 5 });
  });

  it.each([
    ['an anchor and its alias', 'a: &x 1\nb: *x', ['yaml-alias 1:5', 'yaml-alias 2:5']],
    ['a tag', 'when: !line.expense', ['yaml-tag 1:7']],
    ['a merge key', '<<: { a: 1 }', ['yaml-key-forbidden 1:1']],
    ['a key that would change the prototype', '__proto__: { admin: true }', ['yaml-key-forbidden 1:1']],
    ['a repeated key', 'a: 1\nb: 2\na: 3', ['yaml-key-repeated 3:1']],
    ['an expression with braces outside quotes', 'a: { b: sum(P, {c: d}, e) }', ['yaml-key-not-text 1:16']],
    ['a key that is a list', '[a, b]: 1', ['yaml-key-not-text 1:1']],
    ['several documents', 'a: 1\n---\nb: 2', ['yaml-several-documents 1:1']],
    ['a text with a colon that is not in quotes', 'a: b: c', ['yaml-syntax 1:5']],
    ['a list that does not end', 'a: [1', ['yaml-syntax 1:6']],
  ])('refuses %s', (_, text, problems) => {
    expect(codesOf(text)).toEqual(problems);
  });

  it('reports every forbidden thing of a file, not only the first', () => {
    expect(codesOf('a: &x 1\na: 2\n__proto__: 3\n')).toHaveLength(3);
  });

  it('refuses a file that is too large without reading it', () => {
    expect(readYaml('file.yaml', 'a: 1', 3)).toMatchObject({
      value: undefined,
      problems: [{ code: 'yaml-too-large' }],
    });
  });

  it('does not let a forbidden key reach the prototype of the value', () => {
    const value = read('__proto__: { admin: true }\nconstructor: x\n');
    expect(value).toEqual({});
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('refuses nesting so deep that it could only be meant to hurt', () => {
    expect(codesOf('['.repeat(500))).toEqual([expect.stringContaining('yaml-syntax')]);
  });

  it('reads any JSON of texts and whole numbers, because JSON is YAML', () => {
    const key = fc
      .stringMatching(/^[a-zA-Zа-яА-Я ,:#{}'"&*!-]{1,12}$/)
      .filter(name => !['constructor', 'prototype', '<<'].includes(name));
    const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, sample => {
        expect(read(JSON.stringify(sample))).toEqual(sample);
      }),
      { numRuns: 500 },
    );
  });

  it('answers any text at all with a value or with problems, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            ':',
            ' ',
            '\n',
            '-',
            '{',
            '}',
            '[',
            ']',
            '"',
            "'",
            '#',
            '&',
            '*',
            '!',
            '|',
            '>',
            '\t',
            ',',
            '1',
          ),
        }),
        text => {
          const file = readYaml('file.yaml', text);
          expect(file.value !== undefined || file.problems.length > 0).toBe(true);
          file.placeOf(['a', 0, 'b']);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
