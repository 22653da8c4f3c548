import type { Problem } from '../problems/problem.ts';
import { checkNode } from './check-node.ts';
import { checkValue, fitted } from './check-value.ts';
import { type Checker, report } from './checker.ts';
import { describeType } from './describe-type.ts';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import type { Scope } from './scope.ts';

/**
 * Parses and type-checks an expression: every name is resolved, conversions are written into the tree. Gives the
 * checked, deeply frozen expression, or every problem found in it.
 */
export function checkExpression(
  text: string,
  scope: Scope,
): { readonly expression: Expression } | { readonly problems: readonly Problem[] } {
  const checker: Checker = { scope, text, variables: scope.variables, check: checkNode, problems: [] };
  const parsed = parseExpression(text);
  if ('failure' in parsed) {
    report(checker, 'expression-syntax', { ...parsed.failure });
    return { problems: checker.problems };
  }
  const root = checkRoot(checker, parsed.syntax);
  if (root === undefined) return { problems: checker.problems };
  return { expression: deepFreeze({ text, type: root.type, root }) };
}

function checkRoot(checker: Checker, syntax: Parameters<typeof checkValue>[1]) {
  const root = checkValue(checker, syntax);
  const { expected } = checker.scope;
  if (root === undefined || checker.problems.length > 0) return undefined;
  if (expected === undefined) return root;
  const converted = fitted(root, expected);
  if (converted !== undefined) return converted;
  return report(checker, 'expression-result', {
    start: syntax.start,
    found: describeType(root.type),
    expected: describeType(expected),
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
