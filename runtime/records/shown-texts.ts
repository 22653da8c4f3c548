import { sql } from 'kysely';
import type { DataType } from '#platform';
import { rowQuery } from '../access/row-compiler.ts';
import type { Value } from '../http/contract.ts';
import type { Sql } from '../query/expression-frame.ts';
import type { Session } from '../session/session.ts';
import { presentationSql } from './presentation.ts';
import { shapeOf } from './record-shape.ts';

/** Records that something refers to: ids by object path. */
export type ReferredRecords = Map<string, Set<string>>;

/** Where files are: they have a name but no metadata object. */
const files = '_files';

/** Adds the record that a value refers to, if it refers to one. */
export function addReferred(referred: ReferredRecords, type: DataType, value: Value): void {
  if (value === null || typeof value === 'boolean') return;
  const [path, id] = typeof value === 'object' ? [value.type, value.id] : [referredPath(type), value];
  if (path === undefined) return;
  const ids = referred.get(path) ?? new Set();
  referred.set(path, ids.add(id));
}

const pathsByStorage: Readonly<Partial<Record<DataType['storage'], (type: DataType) => string | undefined>>> = {
  reference: ({ targets = [] }) => targets[0],
  file: () => files,
};

function referredPath(type: DataType): string | undefined {
  return pathsByStorage[type.storage]?.(type);
}

/**
 * The shown texts of records by id, all in one query. A record the user may not read has none, as if it were not there.
 */
export async function shownTexts(session: Session, referred: ReferredRecords): Promise<Record<string, string>> {
  const parts = [...referred].flatMap(([path, ids], place) => textsOf(session, { path, ids: [...ids], place }) ?? []);
  if (parts.length === 0) return {};
  const query = sql<{ id: string; shown: string }>`${sql.join(parts, sql` union all `)}`;
  const { rows } = await query.execute(session.database.query);
  return Object.fromEntries(rows.map(({ id, shown }) => [id, shown]));
}

function textsOf(
  session: Session,
  { path, ids, place }: { path: string; ids: string[]; place: number },
): Sql | undefined {
  if (ids.length === 0) return undefined;
  if (path === files) return sql`select id, name as shown from "_files" where id = any(${ids}::uuid[])`;
  const { configuration } = session.infobase;
  const object = configuration.objects[path];
  const shape = object && shapeOf(configuration, object);
  if (shape === undefined || session.rights.on(path, 'read') === false) return undefined;
  const alias = `shown${place}`;
  const query = rowQuery(session, { path, subject: shape.subject, alias });
  const condition = query.restrict('read');
  return sql`select ${sql.id(alias, 'id')}, ${presentationSql(shape, alias, session.language)} as shown
    from ${sql.id(shape.table)} as ${sql.id(alias)} ${query.joins()}
    where ${sql.id(alias, 'id')} = any(${ids}::uuid[]) and ${condition}`;
}
