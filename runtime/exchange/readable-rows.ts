import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { askedExpression } from '../access/asked-expression.ts';
import { rowQuery } from '../access/row-compiler.ts';
import type { RecordShape } from '../records/record-shape.ts';
import type { Session } from '../session/session.ts';

/** A column of the rows that `readableRows` gives. */
export function columnOfRow(name: string): RawBuilder<unknown> {
  return sql.id('row', name);
}

/** `from … where …` over the records that the user may read; `filter` is an expression she sent. */
export function readableRows(
  session: Session,
  shape: RecordShape,
  where: { readonly condition: RawBuilder<SqlBool>; readonly filter?: string },
): RawBuilder<unknown> {
  const row = { path: shape.object.path, subject: shape.subject };
  const query = rowQuery(session, { ...row, alias: 'row' });
  const conditions = [where.condition, query.restrict('read')];
  if (where.filter !== undefined && where.filter.trim() !== '') {
    conditions.push(query.asked.filter(askedExpression(session, { row, text: where.filter, expected: 'condition' })));
  }
  return sql`from ${sql.id(shape.table)} as "row" ${query.joins()} where ${sql.join(conditions, sql` and `)}`;
}
