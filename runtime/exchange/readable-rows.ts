import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Entity, type Expression, type MetadataObject, ProblemError } from '#platform';
import { restrict } from '../access/restrict.ts';
import { sqlCompiler } from '../query/compile-expression.ts';
import type { Session } from '../session/session.ts';

/** The object and its records' capability; the problem `object-without-records` when it has none. */
export function entityObject(session: Session, path: string): { object: MetadataObject; entity: Entity } {
  const object = session.infobase.configuration.objects[path];
  if (object?.entity !== undefined) return { object, entity: object.entity };
  throw new ProblemError([{ code: 'object-without-records', path, parameters: { object: object?.title ?? path } }]);
}

/** `from … where …` over the records that the user may read; the row's alias is the object's subject. */
export function readableRows(
  session: Session,
  { object, entity }: { object: MetadataObject; entity: Entity },
  where: { readonly condition?: RawBuilder<SqlBool>; readonly filter?: Expression } = {},
): RawBuilder<unknown> {
  const objects = session.infobase.configuration.objects;
  const compiler = sqlCompiler({
    lookup: { object: path => objects[path] },
    variables: { [entity.subject]: { alias: entity.subject } },
    literals: 'bound',
    user: session.user,
  });
  const allowed = restrict(compiler, session, { path: object.path, operation: 'read' });
  const filter = where.filter === undefined ? undefined : compiler.filter(where.filter);
  const conditions = [where.condition, allowed, filter].filter(condition => condition !== undefined);
  const joined = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  return sql`from ${sql.id(object.path)} as ${sql.id(entity.subject)} ${compiler.joins()} where ${joined}`;
}
