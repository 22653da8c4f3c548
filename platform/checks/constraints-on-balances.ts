import type { ExpressionNode } from '../expressions/expression.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { nodesOf } from './expression-nodes.ts';
import { problemOf } from './problem-of.ts';

/**
 * Constraints stand on registers of balances and look at one row of resources: that row is what a posting locks, so
 * anything else could change behind its back.
 */
export const constraintsOnBalances: ConfigurationCheck = ({ objects }, context) =>
  Object.values(objects).flatMap(({ register }) => {
    const { constraints = [], of } = register?.accumulation ?? {};
    const resources = new Set(register?.resources.map(({ name }) => name));
    return constraints.flatMap(({ path, expression }) => [
      ...(of === 'balance' ? [] : [problemOf(context, path, { code: 'constraint-without-balance', parameters: {} })]),
      ...beyond(expression.root, resources).map(found =>
        problemOf(context, path, { code: 'constraint-beyond-resources', parameters: { found } }),
      ),
    ]);
  });

/** Names of what is read besides resources of the balance itself. */
function beyond(root: ExpressionNode, resources: ReadonlySet<string>): string[] {
  return [...nodesOf(root)].flatMap(node => {
    if (node.op === 'field') return node.of.op === 'variable' && resources.has(node.name) ? [] : [node.name];
    if (node.op === 'register') return [node.register];
    return node.op === 'stored' ? [node.path] : [];
  });
}
