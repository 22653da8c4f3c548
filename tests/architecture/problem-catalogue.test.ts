import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../platform/problems/catalogue.ts';
import { codesTested, codesUsed, wordingsComplete } from './rules/problem-catalogue.ts';
import { codeFiles, report } from './source-file.ts';

const files = codeFiles();
const untested: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'ratchets/untested-problems.json'), 'utf8'),
);

describe('every problem', () => {
  test('is worded in English and Russian with the same parameters', () => {
    expect(report(wordingsComplete(catalogue))).toBe('');
  });

  test('is raised somewhere', () => {
    expect(report(codesUsed(catalogue, files))).toBe('');
  });

  test('is met by a test, or is listed until it is', () => {
    expect(report(codesTested(catalogue, files, untested))).toBe('');
  });
});

describe('a catalogue is refused', () => {
  const wording = { message: 'There is no {name}.', remedy: 'Look again.' };
  const entry = { en: wording, ru: { message: 'Нет {name}.', remedy: 'Посмотрите ещё раз.' } };

  test('when a wording is empty', () => {
    expect(wordingsComplete({ a: { ...entry, ru: { message: 'Нет {name}.', remedy: ' ' } } })).toHaveLength(1);
  });

  test('when the languages show different parameters', () => {
    expect(wordingsComplete({ a: { ...entry, ru: { ...entry.ru, message: 'Нет.' } } })).toHaveLength(1);
  });

  test('when a code is never raised', () => {
    expect(codesUsed({ lost: entry }, [{ path: 'platform/problems/a.ts', text: `'lost'` }])).toHaveLength(1);
  });

  test('when a code is in no test', () => {
    expect(codesTested({ lost: entry }, [{ path: 'runtime/a.ts', text: `'lost'` }], [])).toHaveLength(1);
  });

  test('when a code is listed as untested, but a test meets it', () => {
    expect(codesTested({ met: entry }, [{ path: 'tests/a.test.ts', text: `'met'` }], ['met'])).toHaveLength(1);
  });
});
