import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import type { ProblemParameter } from '../problems/problem.ts';

/** A node of the syntax tree as the parser gives it; `start` and `end` are offsets into the text. */
export type SyntaxNode = ASTNode;

/** Why and where a text is not an expression. */
export interface SyntaxFailure {
  readonly start: number;
  readonly found: ProblemParameter;
  readonly expected: ProblemParameter;
}

/** Limits keep a hostile filter from costing more than it is worth; no rule of a real configuration comes near them. */
export const expressionLimits = { lengthMax: 4000, nodesMax: 1000, depthMax: 50, listItemsMax: 500 } as const;

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  limits: {
    maxAstNodes: expressionLimits.nodesMax,
    maxDepth: expressionLimits.depthMax,
    maxListElements: expressionLimits.listItemsMax,
    maxMapEntries: 50,
    maxCallArguments: 32,
  },
});

/** The syntax tree of a text, or where it stops making sense. Names are not looked at yet. */
export function parseExpression(text: string): { readonly syntax: SyntaxNode } | { readonly failure: SyntaxFailure } {
  if (text.length > expressionLimits.lengthMax) return { failure: tooLarge(0) };
  try {
    return { syntax: environment.parse(text).ast };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { failure: failureOf(text, error) };
  }
}

function failureOf(text: string, error: ParseError): SyntaxFailure {
  const start = Math.min(error.range?.start ?? 0, text.length);
  if (error.code === 'limit_exceeded') return tooLarge(start);
  const found = text.slice(start, Math.max(error.range?.end ?? start, start + 1)).trim();
  return { start, found: found === '' ? endOfText : `«${found}»`, expected: expectedIn(error.summary) };
}

function tooLarge(start: number): SyntaxFailure {
  return {
    start,
    found: { en: 'an expression that is too large', ru: 'слишком большое выражение' },
    expected: {
      en: ` (at most ${expressionLimits.lengthMax} characters, ${expressionLimits.nodesMax} parts, ${expressionLimits.depthMax} levels)`,
      ru: ` (не более ${expressionLimits.lengthMax} знаков, ${expressionLimits.nodesMax} частей, ${expressionLimits.depthMax} уровней)`,
    },
  };
}

/** The parser names the token it wanted in its message only. */
function expectedIn(summary: string): ProblemParameter {
  const token = /^Expected (\w+)/.exec(summary)?.[1];
  const wanted = token === undefined ? undefined : tokens[token];
  return wanted === undefined ? '' : { en: ` where ${wanted.en} should be`, ru: `, а ожидалось ${wanted.ru}` };
}

const endOfText = { en: 'the end of the expression', ru: 'конец выражения' };
const tokens: Readonly<Record<string, { readonly en: string; readonly ru: string }>> = {
  RBRACKET: { en: '«]»', ru: '«]»' },
  RPAREN: { en: '«)»', ru: '«)»' },
  RBRACE: { en: '«}»', ru: '«}»' },
  COLON: { en: '«:»', ru: '«:»' },
  IDENTIFIER: { en: 'a name', ru: 'имя' },
};
