import { checkCall } from './check-call.ts';
import { checkLiteral } from './check-literal.ts';
import { checkArithmetic, checkConditional, checkEquality, checkIn, checkLogic, checkOrder } from './check-operator.ts';
import { checkField, checkName } from './check-path.ts';
import { checkCondition, checkValue } from './check-value.ts';
import { type Checker, report } from './checker.ts';
import { describeType } from './describe-type.ts';
import type { ExpressionNode, LiteralNode } from './expression.ts';
import { booleanType, decimalType, storageOf } from './expression-type.ts';
import type { SyntaxNode } from './parse-expression.ts';

/** Checks one node of the syntax tree; what it stands for may be a value, a record, lines or a register's record. */
export function checkNode(syntax: SyntaxNode, checker: Checker): ExpressionNode | undefined {
  switch (syntax.op) {
    case 'value':
      return checkLiteral(checker, syntax);
    case 'id':
      return checkName(checker, syntax);
    case '.':
      return checkField(checker, syntax);
    case 'call':
      return checkCall(checker, { name: syntax.args[0], args: syntax.args[1], syntax });
    case 'rcall':
      return checkCall(checker, { name: syntax.args[0], args: [syntax.args[1], ...syntax.args[2]], syntax });
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return checkArithmetic(checker, syntax);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return checkOrder(checker, syntax);
    case '==':
    case '!=':
      return checkEquality(checker, syntax);
    case '&&':
    case '||':
      return checkLogic(checker, syntax);
    case 'in':
      return checkIn(checker, syntax);
    case '?:':
      return checkConditional(checker, syntax);
    case '!_':
      return checkNot(checker, syntax.args);
    case '-_':
      return checkNegative(checker, syntax.args);
    default:
      return report(checker, 'expression-unsupported', { start: syntax.start, found: unsupported[syntax.op] });
  }
}

function checkNot(checker: Checker, syntax: SyntaxNode): ExpressionNode | undefined {
  const arg = checkCondition(checker, syntax);
  return arg && { op: 'call', name: 'not', args: [arg], type: booleanType };
}

function checkNegative(checker: Checker, syntax: SyntaxNode): ExpressionNode | undefined {
  const arg = checkValue(checker, syntax);
  if (arg === undefined) return undefined;
  if (arg.type.of === 'null') return { op: 'literal', type: decimalType, value: null };
  if (arg.op === 'literal' && storageOf(arg.type) === 'decimal') return { ...arg, value: opposite(arg.value) };
  if (storageOf(arg.type) === 'decimal') return { op: 'call', name: 'negate', args: [arg], type: decimalType };
  return report(checker, 'expression-argument', {
    start: syntax.start,
    argument: 1,
    function: '-',
    found: describeType(arg.type),
    expected: describeType(decimalType),
  });
}

/** A minus before a literal is part of the literal. */
function opposite(value: LiteralNode['value']): LiteralNode['value'] {
  if (typeof value !== 'string') return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

const unsupported = {
  '[]': { en: 'Taking an element with [ ]', ru: 'Взятие элемента через [ ]' },
  '[?]': { en: 'Taking an element with [ ]', ru: 'Взятие элемента через [ ]' },
  '.?': { en: 'The operator .?', ru: 'Оператор .?' },
  map: { en: 'A { } outside a register function', ru: 'Конструкция { } вне функции регистра' },
  list: { en: 'A list outside “in”', ru: 'Список не после «in»' },
} as const;
