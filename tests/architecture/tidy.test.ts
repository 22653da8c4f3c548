import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../platform/kinds/kinds.ts';
import { valueTypes } from '../../platform/types/value-types.ts';
import { bannedNames } from './rules/banned-names.ts';
import { bannedWords } from './rules/banned-words.ts';
import { deadFiles } from './rules/dead-files.ts';
import { kindComparisons } from './rules/kind-comparisons.ts';
import { type Ratchet, sizes, slackRatchet } from './rules/sizes.ts';
import { codeFiles, report, repositoryFiles } from './source-file.ts';

const files = [...codeFiles(), ...repositoryFiles(/^studio\/.*\.css$/)];
/** Made by a program from the schemas; nobody reads it from top to bottom. */
const written = files.filter(({ path }) => path !== 'platform/schemas/sources.ts');
const ratchet: Ratchet = JSON.parse(readFileSync(join(import.meta.dirname, 'ratchets/sizes.json'), 'utf8'));
const names = { kinds: kinds.map(({ name }) => name), types: valueTypes.map(({ name }) => name) };

describe('the tree', () => {
  test('keeps files and functions small', () => {
    expect(report([...sizes(written, ratchet), ...slackRatchet(written, ratchet)])).toBe('');
  });

  test('calls things by what they are', () => {
    expect(report(bannedNames(written))).toBe('');
  });

  test('has nothing that is never written', () => {
    expect(report(bannedWords(written))).toBe('');
  });

  test('compares no names of kinds and value types', () => {
    expect(report(kindComparisons(written, names))).toBe('');
  });

  test('has no file that nothing uses', () => {
    expect(report(deadFiles(codeFiles(), demoFiles()))).toBe('');
  });
});

/** Generators of demo data are named by the manifests of their packages. */
function demoFiles(): string[] {
  return repositoryFiles(/^configurations\/.*package\.yaml$/).flatMap(({ path, text }) => {
    const demo = /^demo:\s*["']?([\w./-]+)/m.exec(text)?.[1];
    return demo === undefined ? [] : [join(path, '..', demo)];
  });
}

describe('refused', () => {
  test.each([
    ['any', 'runtime/a.ts', 'const x: any = 1;'],
    ['any inside a type', 'tests/a.ts', 'const x: Record<string, any[]> = {};'],
    ['the console outside of the command line', 'runtime/http/a.ts', `console.log('x');`],
    ['text put into SQL', 'runtime/records/a.ts', 'sql.raw(text);'],
    ['the clock', 'runtime/posting/a.ts', 'const now = Date.now();'],
    ['the clock as a date', 'runtime/posting/a.ts', 'const now = new Date();'],
    ['dice', 'platform/a.ts', 'Math.random();'],
    ['unfinished work', 'runtime/a.ts', ['// TO', 'DO later'].join('')],
    ['a physical side', 'studio/a.css', '.a { margin-left: 1px; }'],
    [
      'a physical side in a component',
      'studio/A.svelte',
      '<p>x</p>\n<style>\n.a { position: absolute; right: 0; }\n</style>',
    ],
    ['a physical alignment', 'studio/a.css', '.a { text-align: right; }'],
  ])('%s', (_, path, text) => {
    expect(bannedWords([{ path, text }])).toHaveLength(1);
  });

  test.each([
    ['a file', 'runtime/utils.ts', ''],
    ['a folder', 'runtime/helpers/sum.ts', ''],
    ['a file of types', 'runtime/http/types.ts', ''],
    ['a deep door', 'runtime/http/index.ts', ''],
    ['a class', 'runtime/a.ts', 'class SessionManager {}'],
    ['a function', 'runtime/a.ts', 'function postingHelper() {}'],
  ])('an empty name of %s', (_, path, text) => {
    expect(bannedNames([{ path, text }])).toHaveLength(1);
  });

  test.each([
    ['a comparison of a kind', `if (object.kind === 'catalog') f();`],
    ['a switch over kinds', `switch (kind) { case 'document': f(); }`],
    ['a list of kinds', `if (['catalog', 'document'].includes(object.kind)) f();`],
    ['a comparison of a value type', `const isMoney = attribute.type.name !== 'money';`],
  ])('%s', (_, text) => {
    expect(kindComparisons([{ path: 'runtime/records/a.ts', text }], names).length).toBeGreaterThan(0);
  });

  test('a long file, a long function and many parameters', () => {
    const long = `function f(a, b, c, d) {\n${'  a();\n'.repeat(400)}}\n`;
    expect(sizes([{ path: 'runtime/a.ts', text: long }]).map(({ what }) => what)).toEqual([
      'runtime/a.ts has 402 lines; 400 is the most.',
      'runtime/a.ts#f has 402 lines; 70 is the most.',
      'runtime/a.ts#f() has 4 parameters; 3 is the most.',
    ]);
  });

  test('a file that nothing imports, but not one that a test or a process needs', () => {
    const found = deadFiles([
      { path: 'tests/a.test.ts', text: `import './support/b.ts';` },
      { path: 'tests/support/b.ts', text: `new Worker(new URL('./c.ts', import.meta.url));` },
      { path: 'tests/support/c.ts', text: `spawn(join(import.meta.dirname, 'd.ts'));` },
      { path: 'tests/support/d.ts', text: '' },
      { path: 'studio/routes/+page.svelte', text: `{#await import('$lib/e.svelte') then { default: E }}` },
      { path: 'studio/lib/e.svelte', text: '' },
      { path: 'runtime/posting/forgotten.ts', text: '' },
    ]);
    expect(found).toMatchObject([{ file: 'runtime/posting/forgotten.ts' }]);
  });
});

describe('the ratchet', () => {
  const file = { path: 'runtime/a.ts', text: 'x();\n'.repeat(420) };

  test('allows what was there before', () => {
    expect(sizes([file], { 'runtime/a.ts': 420 })).toEqual([]);
  });

  test('refuses one line more', () => {
    expect(sizes([file], { 'runtime/a.ts': 419 })).toHaveLength(1);
  });

  test('follows downwards', () => {
    expect(slackRatchet([file], { 'runtime/a.ts': 430 })).toMatchObject([{ remedy: 'Lower the number to 420.' }]);
    expect(slackRatchet([], { 'runtime/a.ts': 430 })).toMatchObject([{ remedy: 'Remove the entry.' }]);
  });
});
