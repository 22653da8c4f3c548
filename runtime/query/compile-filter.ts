import { sql } from 'kysely';
import type { ExpressionNode } from '#platform';
import { compileInFilter } from './compile-in.ts';
import { compileExistsFilter } from './compile-section.ts';
import type { Frame, Sql } from './expression-frame.ts';

/**
 * A condition in a place where only true counts. There null may stand for false, so comparisons can be written the way
 * that indexes serve.
 */
export function compileFilter(node: ExpressionNode, frame: Frame): Sql {
  const { compile } = frame.compilation;
  if (node.op === 'section' && node.name === 'exists' && node.body !== null) {
    return compileExistsFilter({ ...node, body: node.body }, frame);
  }
  if (node.op !== 'call') return compile(node, frame);
  if (node.name === 'and' || node.name === 'or') {
    const parts = node.args.map(arg => compileFilter(arg, frame));
    return sql`(${sql.join(parts, sql.raw(` ${node.name} `))})`;
  }
  if (node.name === 'in') return compileInFilter(node, frame);
  if (node.name === 'equal' && node.args.some(isNeverNull)) {
    return sql`(${sql.join(
      node.args.map(arg => compile(arg, frame)),
      sql` = `,
    )})`;
  }
  return compile(node, frame);
}

function isNeverNull(node: ExpressionNode): boolean {
  return node.op === 'literal' && node.value !== null;
}
