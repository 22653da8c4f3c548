import type { ExpressionNode, ExpressionType } from '../expressions/expression.ts';

/** Digits after the point that a quotient is computed to. */
const quotientScale = 12;

/**
 * How many digits after the point the value of a checked expression may have. Undefined when its type is no decimal or
 * nothing is known of its digits.
 */
export function scaleOf(node: ExpressionNode): number | undefined {
  if (node.op === 'literal') return literalScale(node.value);
  if (node.op === 'call') return callScale(node.name, node.args);
  if (node.op === 'conditional') return widest([node.value, node.otherwise]);
  if (node.op === 'section') return node.body === null ? 0 : scaleOf(node.body);
  return typeScale(node.type);
}

function typeScale(type: ExpressionType): number | undefined {
  return type.of === 'value' ? type.type.scale : undefined;
}

/** Null has no digits to lose. */
function literalScale(value: string | boolean | null): number | undefined {
  if (value === null) return 0;
  const digits = /^-?\d+(?:\.(\d+))?$/.exec(String(value));
  return digits === null ? undefined : (digits[1]?.replace(/0+$/, '').length ?? 0);
}

function callScale(name: string, args: readonly ExpressionNode[]): number | undefined {
  return callScales[name]?.(args);
}

const callScales: Readonly<Record<string, (args: readonly ExpressionNode[]) => number | undefined>> = {
  add: widest,
  subtract: widest,
  remainder: widest,
  negate: widest,
  abs: widest,
  least: widest,
  greatest: widest,
  coalesce: widest,
  multiply: args => args.reduce<number | undefined>((sum, arg) => added(sum, scaleOf(arg)), 0),
  divide: () => quotientScale,
  round: ([value, digits]) => (digits === undefined ? 0 : roundedScale(value, digits)),
  floor: whole,
  ceil: whole,
  size: whole,
  year: whole,
  day: whole,
  daysBetween: whole,
  monthsBetween: whole,
};

function whole(): number {
  return 0;
}

/** A negative number of digits rounds to tens and hundreds. */
function roundedScale(value: ExpressionNode | undefined, digits: ExpressionNode): number | undefined {
  if (digits.op === 'call') return 0;
  if (digits.op === 'literal' && typeof digits.value === 'string') return Math.max(0, Number(digits.value));
  return value === undefined ? undefined : scaleOf(value);
}

function widest(nodes: readonly ExpressionNode[]): number | undefined {
  return nodes
    .map(scaleOf)
    .reduce((most, scale) => (most === undefined || scale === undefined ? undefined : Math.max(most, scale)), 0);
}

function added(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined || second === undefined ? undefined : first + second;
}
