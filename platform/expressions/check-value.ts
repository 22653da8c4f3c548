import { type Checker, report } from './checker.ts';
import { describeType } from './describe-type.ts';
import type { ExpressionNode, ExpressionType } from './expression.ts';
import { conversion, referenceType, storageOf, targetsOf } from './expression-type.ts';
import type { SyntaxNode } from './parse-expression.ts';
import { hasIdentity } from './row-fields.ts';

/** Checks a part that must be one value. A record with identity stands for the reference to itself. */
export function checkValue(checker: Checker, syntax: SyntaxNode): ExpressionNode | undefined {
  const node = checker.check(syntax, checker);
  if (node === undefined) return undefined;
  const { type } = node;
  if (type.of === 'value' || type.of === 'null') return node;
  if (type.of === 'row' && node.op === 'variable' && hasIdentity(type.path, checker.scope.lookup)) {
    return { op: 'call', name: 'identity', args: [node], type: referenceType(type.path) };
  }
  return report(checker, 'expression-not-a-value', { start: syntax.start, found: describeType(type) });
}

/** Checks a part that must be true or false. */
export function checkCondition(checker: Checker, syntax: SyntaxNode): ExpressionNode | undefined {
  const node = checkValue(checker, syntax);
  if (node === undefined) return undefined;
  if (node.type.of === 'null' || storageOf(node.type) === 'boolean') return node;
  return report(checker, 'expression-condition', { start: syntax.start, found: describeType(node.type) });
}

/** The node with its value as the wanted type keeps it; undefined when it does not fit. */
export function fitted(node: ExpressionNode, wanted: ExpressionType): ExpressionNode | undefined {
  if (wanted.of !== 'value') return node.type.of === wanted.of ? node : undefined;
  if (node.type.of === 'null') return { op: 'literal', type: wanted, value: null };
  const from = storageOf(node.type);
  if (from === undefined || !withinTargets(node.type, wanted)) return undefined;
  const call = conversion(from, wanted.type.storage);
  if (call === undefined) return undefined;
  return call === ''
    ? node
    : { op: 'call', name: call, args: [node], type: { of: 'value', type: targeted(node, wanted) } };
}

function withinTargets(type: ExpressionType, wanted: ExpressionType): boolean {
  const allowed = targetsOf(wanted);
  return targetsOf(type).every(target => allowed.includes(target)) && targetsOf(type).length <= allowed.length;
}

/** A widened reference still points to its own target only. */
function targeted(node: ExpressionNode, wanted: ExpressionType & { readonly of: 'value' }) {
  const targets = targetsOf(node.type);
  return targets.length === 0 ? wanted.type : { ...wanted.type, targets };
}
