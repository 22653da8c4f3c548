import {
  type Configuration,
  checkExpression,
  type Expression,
  type ExpressionNode,
  type ExpressionType,
  ProblemError,
  partsOf,
  rowType,
  userType,
  valueType,
} from '#platform';
import { metadataLookup } from '../query/metadata-lookup.ts';
import type { Session } from '../session/session.ts';
import { rightMissing } from './require-right.ts';
import type { BoundRow } from './row-compiler.ts';

export interface AskedExpression {
  readonly row: Omit<BoundRow, 'alias'>;
  readonly text: string;
  /** A filter must be true or false; a field may be anything. */
  readonly expected: 'condition' | 'anything';
}

/** Checked texts are kept per configuration: lists ask the same fields and filters again and again. */
const checked = new WeakMap<Configuration, Map<string, Expression>>();
const keptMax = 2000;

/**
 * An expression that a user sent, checked against the metadata and against her rights: registers and sections of other records
 * cannot be narrowed row by row inside an expression, so they must be open to her as a whole. Throws every problem found.
 */
export function askedExpression(session: Session, asked: AskedExpression): Expression {
  const { configuration } = session.infobase;
  const known = checked.get(configuration) ?? new Map<string, Expression>();
  checked.set(configuration, known);
  const key = JSON.stringify([asked.row.path, asked.expected, asked.text]);
  const expression = known.get(key) ?? checkAsked(configuration, asked);
  if (known.size >= keptMax) known.clear();
  known.set(key, expression);
  requireWholes(session, expression.root, asked.row.subject);
  return expression;
}

const condition: ExpressionType = valueType({ name: 'boolean', storage: 'boolean' });
const moment: ExpressionType = valueType({ name: 'dateTime', storage: 'dateTime' });

function checkAsked(configuration: Configuration, { row, text, expected }: AskedExpression): Expression {
  const result = checkExpression(text, {
    variables: { [row.subject]: rowType(row.path), user: userType, now: moment },
    package: configuration.objects[row.path]?.package ?? '',
    lookup: metadataLookup(configuration),
    path: row.path,
    ...(expected === 'condition' ? { expected: condition } : {}),
  });
  if ('problems' in result) throw new ProblemError(result.problems);
  return result.expression;
}

function requireWholes(session: Session, node: ExpressionNode, subject: string): void {
  for (const path of wholesOf(node, subject)) {
    if (session.rights.on(path, 'read') !== true) throw new ProblemError([rightMissing(session, path, 'read')]);
  }
  for (const part of partsOf(node)) requireWholes(session, part, subject);
}

function wholesOf(node: ExpressionNode, subject: string): string[] {
  if (node.op === 'register') return [node.register];
  if (node.op !== 'section' || node.lines.op !== 'field') return [];
  const { of, owner } = node.lines;
  return of.op === 'variable' && of.name === subject ? [] : [owner];
}
