import type { Configuration, Constraint, ExpressionNode, Text } from '#platform';
import type { RegisterLayout } from '../registers/register-layout.ts';
import { balanceCompiler } from './rule-compiler.ts';

/** A constraint on current balances as SQL. */
export interface BalanceConstraint {
  readonly path: string;
  /** True for a balance (alias k) that the constraint forbids. */
  readonly broken: string;
  /** What the constraint demands, for messages. */
  readonly text: Text;
  /** The resource that must not fall below something; a document that only adds to it is never to blame. */
  readonly floor?: string;
}

/** The constraints of a register, compiled for the row alias `k` with the register's resources as columns. */
export function balanceConstraints(configuration: Configuration, layout: RegisterLayout): BalanceConstraint[] {
  return (layout.register.accumulation?.constraints ?? []).map(constraint => {
    const floor = floorOf(constraint);
    return {
      path: constraint.path,
      broken: `not coalesce(${balanceCompiler(configuration, 'k').value(constraint.expression)}, true)`,
      text: constraint.message ?? { en: constraint.expression.text },
      ...(floor === undefined ? {} : { floor }),
    };
  });
}

/** `balance.quantity >= …` bounds the quantity from below. */
function floorOf(constraint: Constraint): string | undefined {
  const { root } = constraint.expression;
  if (root.op !== 'call' || !lowerBounds.has(root.name)) return undefined;
  const bounded = root.args[0];
  return bounded !== undefined && isBalanceField(bounded) ? bounded.name : undefined;
}

const lowerBounds = new Set(['greaterOrEqual', 'greater']);

function isBalanceField(node: ExpressionNode): node is Extract<ExpressionNode, { op: 'field' }> {
  return node.op === 'field' && node.of.op === 'variable' && node.of.name === 'balance';
}
