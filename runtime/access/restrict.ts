import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Expression, type Operation, ProblemError } from '#platform';
import type { Session } from '../session/session.ts';
import { rightMissing } from './require-right.ts';

/** The part of an expression compiler that row conditions need: a condition in a place where only true passes. */
export interface ConditionCompiler {
  filter(expression: Expression): RawBuilder<SqlBool>;
}

/**
 * The condition a row must satisfy for this user and operation: every query over records or registers goes through
 * here. `compiler` is the one of the query, with the object's subject ('item', 'document', 'record') bound to
 * the row; joins the conditions need become joins of that query. Undefined when every row is open to the user.
 * Throws the problem `right-missing` when none can be.
 */
export function restrict(
  compiler: ConditionCompiler,
  session: Session,
  to: { readonly path: string; readonly operation: Operation },
): RawBuilder<SqlBool> | undefined {
  const granted = session.rights.on(to.path, to.operation);
  if (granted === true) return undefined;
  if (granted === false) throw new ProblemError([rightMissing(session, to.path, to.operation)]);
  const conditions = granted.map(condition => compiler.filter(condition));
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}
