import type { expressionsProblems } from '../problems/expressions.ts';
import type { Problem, ProblemParameter, SourcePlace } from '../problems/problem.ts';
import type { ExpressionNode, ExpressionType } from './expression.ts';
import type { SyntaxNode } from './parse-expression.ts';
import type { Scope } from './scope.ts';

/** What the parts of the checker share while one expression is checked. */
export interface Checker {
  readonly scope: Scope;
  readonly text: string;
  /** Variables of the scope, and `line` inside an aggregate over a section. */
  readonly variables: Readonly<Record<string, ExpressionType>>;
  /** The checked node, whatever it stands for; undefined when problems were reported. */
  readonly check: (syntax: SyntaxNode, checker: Checker) => ExpressionNode | undefined;
  readonly problems: Problem[];
}

/** A function as it is called; `value.upper()` is `upper(value)`. */
export interface Call {
  readonly name: string;
  readonly args: readonly SyntaxNode[];
  readonly syntax: SyntaxNode;
}

/** Adds a problem at the place of a syntax node; gives undefined, so that a check can end with it. */
export function report(
  checker: Pick<Checker, 'scope' | 'text' | 'problems'>,
  code: keyof typeof expressionsProblems,
  { start, ...parameters }: { readonly start: number } & Readonly<Record<string, ProblemParameter>>,
): undefined {
  const { path, place } = checker.scope;
  checker.problems.push({
    code,
    path,
    ...(place === undefined ? {} : { place: placeOf(place, checker.text, start) }),
    parameters: { expression: checker.text, position: start + 1, ...parameters },
  });
  return undefined;
}

/** Where a character of the expression stands in the source file. */
function placeOf(place: SourcePlace, text: string, offset: number): SourcePlace {
  const before = text.slice(0, offset).split('\n');
  const last = before.at(-1) ?? '';
  if (before.length === 1) return { ...place, column: place.column + last.length };
  return { ...place, line: place.line + before.length - 1, column: last.length + 1 };
}
