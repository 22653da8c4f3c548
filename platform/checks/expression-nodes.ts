import type { ExpressionNode } from '../expressions/expression.ts';

/** A node and everything below it, outermost first. */
export function* nodesOf(node: ExpressionNode): Generator<ExpressionNode> {
  yield node;
  for (const child of children(node)) yield* nodesOf(child);
}

function children(node: ExpressionNode): readonly ExpressionNode[] {
  if (node.op === 'field') return [node.of];
  if (node.op === 'call') return node.args;
  if (node.op === 'conditional') return [node.when, node.value, node.otherwise];
  if (node.op === 'list') return node.items;
  if (node.op === 'section') return node.body === null ? [node.lines] : [node.lines, node.body];
  if (node.op === 'register') return [...Object.values(node.dimensions), ...(node.at === null ? [] : [node.at])];
  return [];
}
