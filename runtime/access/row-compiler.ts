import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Expression, Operation } from '#platform';
import { type SqlCompiler, sqlCompiler } from '../query/compile-expression.ts';
import type { Sql } from '../query/expression-frame.ts';
import { metadataLookup } from '../query/metadata-lookup.ts';
import type { Session } from '../session/session.ts';
import { restrict } from './restrict.ts';

/** Rows of one object in a query: the name they have in its expressions, and their alias. */
export interface BoundRow {
  readonly path: string;
  readonly subject: string;
  readonly alias: string;
}

/** What one query over rows of an object needs to compile its conditions, fields and orders. */
export interface RowQuery {
  /** For expressions a user sent: what they walk to is null where she may not read it. */
  readonly asked: SqlCompiler;
  /** The condition of the user's rights to the rows themselves. Throws when she has none. */
  restrict(operation: Operation): RawBuilder<SqlBool>;
  /** The joins of everything compiled so far; ask last. */
  joins(): Sql;
}

/** Begins a query over rows of an object with the rights of the session. */
export function rowQuery(session: Session, row: BoundRow): RowQuery {
  const rights = rowCompiler(session, row, { prefix: `${row.alias}_r` });
  const asked = rowCompiler(session, row, {
    prefix: `${row.alias}_a`,
    readable: (path, alias) => readable(session, path, alias),
  });
  return {
    asked,
    restrict: operation => restrict(rights, session, { path: row.path, operation }) ?? sql<SqlBool>`true`,
    joins: () => sql`${rights.joins()} ${asked.joins()}`,
  };
}

/** The compiler of one query over rows of an object. */
export function rowCompiler(
  session: Session,
  { subject, alias }: Omit<BoundRow, 'path'>,
  options: { readonly prefix?: string; readonly readable?: (path: string, alias: string) => Sql | undefined } = {},
): SqlCompiler {
  return sqlCompiler({
    lookup: metadataLookup(session.infobase.configuration),
    variables: { [subject]: { alias }, now: { value: sql`${session.clock().toISOString().slice(0, -1)}::timestamp` } },
    literals: 'bound',
    user: session.user,
    ...options,
  });
}

/** Whether the user may read the record that stands under an alias: self-contained, for the condition of a join. */
function readable(session: Session, path: string, alias: string): Sql | undefined {
  const granted = session.rights.on(path, 'read');
  if (typeof granted === 'boolean') return granted ? undefined : sql`false`;
  const subject = session.infobase.configuration.objects[path]?.entity?.subject;
  if (subject === undefined) return sql`false`;
  const compiler = rowCompiler(session, { subject, alias }, { prefix: `${alias}_` });
  const condition = anyOf(compiler, granted);
  return sql`(select ${condition} from (select) as "one" ${compiler.joins()})`;
}

function anyOf(compiler: SqlCompiler, conditions: readonly Expression[]): Sql {
  return sql`(${sql.join(
    conditions.map(condition => compiler.filter(condition)),
    sql` or `,
  )})`;
}
