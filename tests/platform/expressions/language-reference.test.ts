import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkExpression, evaluate } from '#platform';
import { sampleExpression, sampleScope, sampleSource } from './sample-source.ts';

const reference = readFileSync(new URL('../../../docs/expressions.md', import.meta.url), 'utf8');

/** The lines of all fenced blocks of a language, each an expression and what follows `⇒`. */
function examples(language: string): readonly (readonly [string, string])[] {
  const blocks = [...reference.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))];
  return blocks
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map(line => {
      const [text = '', result = ''] = line.split(' ⇒ ');
      return [text, result] as const;
    });
}

describe('every example of the language reference gives what is written there', () => {
  it.each(examples('expression'))('%s ⇒ %s', (text, result) => {
    const expression = sampleExpression(text);
    const value = evaluate(expression, sampleSource());
    const isText = expression.type.of === 'value' && expression.type.type.storage === 'text' && value !== null;
    expect(isText ? JSON.stringify(value) : String(value)).toBe(result);
  });
});

describe('every example of a problem is refused with it', () => {
  it.each(examples('problem'))('%s ⇒ %s', (text, code) => {
    const checked = checkExpression(text, sampleScope);
    expect('problems' in checked && checked.problems.map(problem => problem.code)).toEqual([code]);
  });
});

it('has examples', () => {
  expect(examples('expression').length).toBeGreaterThan(50);
});
