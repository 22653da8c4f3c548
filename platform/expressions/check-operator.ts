import { checkStored } from './check-stored.ts';
import { checkCondition, checkValue, fitted } from './check-value.ts';
import { type Checker, report } from './checker.ts';
import { describeStorages, describeType, type Words } from './describe-type.ts';
import type { ExpressionNode, ExpressionType } from './expression.ts';
import {
  booleanType,
  commonType,
  decimalType,
  orderedStorages,
  storageOf,
  targetsOf,
  textType,
} from './expression-type.ts';
import type { SyntaxNode } from './parse-expression.ts';

type Binary<Operator extends SyntaxNode['op']> = SyntaxNode & { readonly op: Operator };

/** `+ - * / %` on numbers; `+` also joins texts. */
export function checkArithmetic(
  checker: Checker,
  syntax: Binary<'+' | '-' | '*' | '/' | '%'>,
): ExpressionNode | undefined {
  const pair = checkPair(checker, syntax);
  if (pair === undefined) return undefined;
  const common = storageOf(pair.type);
  if (common === 'decimal') return { op: 'call', name: arithmetic[syntax.op], args: pair.args, type: decimalType };
  if (common === 'text' && syntax.op === '+') return { op: 'call', name: 'concat', args: pair.args, type: textType };
  return reportOperands(checker, syntax, { ...pair, expected: syntax.op === '+' ? numbersOrTexts : numbers });
}

/** `< <= > >=` on numbers, texts, dates and months. */
export function checkOrder(checker: Checker, syntax: Binary<'<' | '<=' | '>' | '>='>): ExpressionNode | undefined {
  const pair = checkPair(checker, syntax);
  if (pair === undefined) return undefined;
  const storage = storageOf(pair.type);
  if (storage !== undefined && orderedStorages.includes(storage)) {
    return { op: 'call', name: order[syntax.op], args: pair.args, type: booleanType };
  }
  return reportOperands(checker, syntax, { ...pair, expected: orderedPair });
}

/** `==` and `!=` on two values of one type; null is a value here. */
export function checkEquality(checker: Checker, syntax: Binary<'==' | '!='>): ExpressionNode | undefined {
  const pair = checkPair(checker, syntax);
  if (pair === undefined || !mayBeEqual(checker, syntax, pair.args)) return undefined;
  if (pair.type.of === 'null') return { op: 'literal', type: booleanType, value: syntax.op === '==' };
  return { op: 'call', name: syntax.op === '==' ? 'equal' : 'notEqual', args: pair.args, type: booleanType };
}

/** `&&` and `||`. */
export function checkLogic(checker: Checker, syntax: Binary<'&&' | '||'>): ExpressionNode | undefined {
  const left = checkCondition(checker, syntax.args[0]);
  const right = checkCondition(checker, syntax.args[1]);
  if (left === undefined || right === undefined) return undefined;
  const args = [left, right].map(node => fitted(node, booleanType) ?? node);
  return { op: 'call', name: syntax.op === '&&' ? 'and' : 'or', args, type: booleanType };
}

/** `x in [a, b]` and `x in allowed(Warehouse)`. */
export function checkIn(checker: Checker, syntax: Binary<'in'>): ExpressionNode | undefined {
  const [left, right] = syntax.args;
  const value = checkValue(checker, left);
  if (right.op === 'list') return checkInList(checker, syntax, { value, items: right.args });
  const list = right.op === 'call' ? checkStored(checker, right, 'allowed') : undefined;
  if (list === undefined || value === undefined) {
    if (right.op === 'call' && right.args[0] === 'allowed') return undefined;
    return report(checker, 'expression-unsupported', { start: right.start, found: notAList });
  }
  if (list.type.of !== 'list' || !mayBeEqual(checker, syntax, [value, { ...list, type: list.type.element }]))
    return undefined;
  return { op: 'call', name: 'in', args: [value, list], type: booleanType };
}

/** `condition ? then : otherwise`. */
export function checkConditional(checker: Checker, syntax: Binary<'?:'>): ExpressionNode | undefined {
  const condition = checkCondition(checker, syntax.args[0]);
  const then = checkValue(checker, syntax.args[1]);
  const otherwise = checkValue(checker, syntax.args[2]);
  if (condition === undefined || then === undefined || otherwise === undefined) return undefined;
  const type = commonType(then.type, otherwise.type);
  const branches = type && brought([then, otherwise], type);
  const when = fitted(condition, booleanType) ?? condition;
  const [first, second] = branches ?? [];
  if (type !== undefined && first !== undefined && second !== undefined) {
    return { op: 'conditional', when, value: first, otherwise: second, type };
  }
  return report(checker, 'expression-branches', {
    start: syntax.args[1].start,
    left: describeType(then.type),
    right: describeType(otherwise.type),
  });
}

/** All nodes as values of one type; undefined when one of them cannot be. */
export function brought(nodes: readonly ExpressionNode[], type: ExpressionType): readonly ExpressionNode[] | undefined {
  const converted = nodes.map(node => fitted(node, type));
  return converted.every(node => node !== undefined) ? converted : undefined;
}

function checkInList(
  checker: Checker,
  syntax: SyntaxNode,
  { value, items }: { readonly value: ExpressionNode | undefined; readonly items: readonly SyntaxNode[] },
): ExpressionNode | undefined {
  const checked = items.map(item => ({ syntax: item, node: checkValue(checker, item) }));
  if (value === undefined) return undefined;
  let type: ExpressionType | undefined = value.type;
  for (const { syntax: item, node } of checked) {
    if (node === undefined || type === undefined) return undefined;
    const common = commonType(type, node.type);
    if (common === undefined) {
      reportOperands(checker, { ...syntax, start: item.start }, { args: [value, node], expected: alike });
    } else if (!mayBeEqual(checker, item, [value, node])) return undefined;
    type = common;
  }
  const nodes = checked.flatMap(({ node }) => (node === undefined ? [] : [node]));
  const [first, ...list] = (type && brought([value, ...nodes], type)) ?? [];
  if (type === undefined || first === undefined) return undefined;
  const node: ExpressionNode = { op: 'list', items: list, type: { of: 'list', element: type } };
  return { op: 'call', name: 'in', args: [first, node], type: booleanType };
}

interface Pair {
  readonly args: readonly [ExpressionNode, ExpressionNode];
  readonly type: ExpressionType;
}

/** Both operands, brought to one type. */
function checkPair(checker: Checker, syntax: Binary<keyof typeof pairs>): Pair | undefined {
  const left = checkValue(checker, syntax.args[0]);
  const right = checkValue(checker, syntax.args[1]);
  if (left === undefined || right === undefined) return undefined;
  const type = commonType(left.type, right.type);
  const [first, second] = (type && brought([left, right], type)) ?? [];
  if (type !== undefined && first !== undefined && second !== undefined) return { args: [first, second], type };
  return reportOperands(checker, syntax, { args: [left, right], expected: pairs[syntax.op] });
}

function mayBeEqual(
  checker: Checker,
  syntax: SyntaxNode,
  [left, right]: readonly [ExpressionNode, ExpressionNode],
): boolean {
  const [one, other] = [targetsOf(left.type), targetsOf(right.type)];
  if (one.length === 0 || other.length === 0 || one.some(target => other.includes(target))) return true;
  const [leftWords, rightWords] = [describeType(left.type), describeType(right.type)];
  report(checker, 'expression-never-equal', { start: syntax.start, left: leftWords, right: rightWords });
  return false;
}

function reportOperands(
  checker: Checker,
  syntax: SyntaxNode,
  { args, expected }: { readonly args: readonly [ExpressionNode, ExpressionNode]; readonly expected: Words },
): undefined {
  return report(checker, 'expression-operands', {
    start: syntax.start,
    operator: syntax.op,
    left: describeType(args[0].type),
    right: describeType(args[1].type),
    expected,
  });
}

const numbers = {
  en: 'two numbers; dates are moved with addDays(date, 1) and compared with daysBetween(first, second)',
  ru: 'два числа; даты сдвигаются через addDays(date, 1), разность дат — daysBetween(first, second)',
};
const numbersOrTexts = {
  en: 'two numbers or two texts; other values become texts with text(value), dates are moved with addDays(date, 1)',
  ru: 'два числа или две строки; прочие значения превращает в строку text(value), даты сдвигает addDays(date, 1)',
};
const orderedPair = {
  en: `two values of one type that has an order: ${describeStorages(orderedStorages).en}`,
  ru: `два значения одного типа, имеющего порядок: ${describeStorages(orderedStorages).ru}`,
};
const alike = { en: 'two values of one type', ru: 'два значения одного типа' };
const notAList = {
  en: 'Something other than a list [a, b] or allowed(Object) after “in”',
  ru: 'После «in» — не список [a, b] и не allowed(Объект), то есть такая конструкция',
};
const arithmetic = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '%': 'remainder' } as const;
const order = { '<': 'less', '<=': 'lessOrEqual', '>': 'greater', '>=': 'greaterOrEqual' } as const;
const pairs = {
  '+': numbersOrTexts,
  '-': numbers,
  '*': numbers,
  '/': numbers,
  '%': numbers,
  '<': orderedPair,
  '<=': orderedPair,
  '>': orderedPair,
  '>=': orderedPair,
  '==': alike,
  '!=': alike,
} as const;
