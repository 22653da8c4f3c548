import { sql } from 'kysely';
import type { CallNode, ExpressionNode } from '#platform';
import { compileInFilter } from './compile-in.ts';
import { compileExistsFilter } from './compile-section.ts';
import { type Frame, isSmall, type Sql, variableOf } from './expression-frame.ts';

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
  if (node.name === 'equal') return compileEquality(node, frame);
  return compile(node, frame);
}

/** Where one side is always there, plain `=`; else null beside null, written so that a bound null leaves plain `=` too. */
function compileEquality(node: CallNode, frame: Frame): Sql {
  const [left, right] = node.args.map(arg => frame.compilation.compile(arg, frame));
  if (node.args.some(arg => isNeverNull(arg, frame))) return sql`(${left} = ${right})`;
  if (!node.args.every(isSmall) || node.args.some(isNull)) return frame.compilation.compile(node, frame);
  return sql`(${left} = ${right} or (${left} is null and ${right} is null))`;
}

function isNull(node: ExpressionNode): boolean {
  return node.op === 'literal' && node.value === null;
}

function isNeverNull(node: ExpressionNode, frame: Frame): boolean {
  if (node.op === 'literal') return node.value !== null;
  if (node.op !== 'call') return false;
  const [variable] = node.args;
  if (node.name === 'referenceToComposite') return variable !== undefined && isNeverNull(variable, frame);
  return node.name === 'identity' && variable?.op === 'variable' && 'alias' in variableOf(variable.name, frame);
}
