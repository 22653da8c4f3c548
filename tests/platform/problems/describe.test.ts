import { expect, describe as group, it } from 'vitest';
import { describe } from '#platform';

group('describing a problem', () => {
  it('fills parameters into the wording of the language', () => {
    const problem = {
      code: 'source-key-unknown',
      parameters: { key: 'titel', allowed: 'title, code', didYouMean: '' },
    } as const;
    expect(describe(problem, 'en')).toEqual({
      message: 'The key «titel» is not known here.',
      remedy: 'Use one of: title, code.',
    });
    expect(describe(problem, 'ru')).toEqual({
      message: 'Ключ «titel» здесь не известен.',
      remedy: 'Используйте один из ключей: title, code.',
    });
  });

  it('shows a multilingual parameter in the language of the reader', () => {
    const problem = {
      code: 'source-type-wrong',
      parameters: { expected: { en: 'a list', ru: 'список' }, found: { en: 'a text' } },
    } as const;
    expect(describe(problem, 'ru').message).toBe('Ожидается список, найдено a text.');
  });

  it('speaks English to languages that have no wordings of their own', () => {
    const problem = { code: 'source-key-missing', parameters: { key: 'type' } } as const;
    expect(describe(problem, 'fa').message).toBe('The key «type» is missing.');
  });

  it('reads a parameter that the problem does not have as nothing', () => {
    expect(describe({ code: 'source-key-missing', parameters: {} }, 'en').message).toBe('The key «» is missing.');
  });
});
