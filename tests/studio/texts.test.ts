import { describe, expect, test } from 'vitest';
import { en, type Message } from '../../studio/lib/texts/en.ts';
import { fa } from '../../studio/lib/texts/fa.ts';
import { ru } from '../../studio/lib/texts/ru.ts';

const wordings = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const parameters = (message: Message): string[] =>
  [...new Set(wordings(message).flatMap(text => text.match(/\{\w+\}/g) ?? []))].sort();

describe.each([
  ['ru', ru],
  ['fa', fa],
] as const)('the shell in %s', (language, texts) => {
  test.each(Object.keys(en) as (keyof typeof en)[])('%s says what English says, with the same parameters', key => {
    expect(wordings(texts[key]).every(text => text.trim() !== '')).toBe(true);
    expect(parameters(texts[key])).toEqual(parameters(en[key]));
  });

  test('every number has the plural forms of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = Object.values(texts).filter(message => typeof message !== 'string');
    const needed = language === 'fa' ? ['other'] : forms;
    for (const message of plurals) expect(Object.keys(message)).toEqual(expect.arrayContaining(needed));
  });
});
