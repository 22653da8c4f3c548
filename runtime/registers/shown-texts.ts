import { type RawBuilder, sql } from 'kysely';
import type { Configuration, MetadataObject } from '#platform';
import { restrict } from '../access/restrict.ts';
import type { RegisterColumn, Value } from '../http/contract.ts';
import { sqlCompiler } from '../query/compile-expression.ts';
import { metadataLookup } from '../query/metadata-lookup.ts';
import type { Session } from '../session/session.ts';

/**
 * The texts that the references in an answer are shown by, by id: one query however many rows there are. Records the user may not
 * read have none.
 */
export async function shownTexts(
  session: Session,
  columns: readonly RegisterColumn[],
  rows: readonly (readonly Value[])[],
): Promise<Record<string, string>> {
  const wanted = wantedRecords(session.infobase.configuration, columns, rows);
  const queries = [...wanted].flatMap(([path, ids]) => shownQuery(session, path, ids));
  if (queries.length === 0) return {};
  const { rows: shown } = await sql<{ id: string; text: string }>`${sql.join(queries, sql` union all `)}`.execute(
    session.database.query,
  );
  return Object.fromEntries(shown.map(({ id, text }) => [id, text]));
}

function wantedRecords(
  configuration: Configuration,
  columns: readonly RegisterColumn[],
  rows: readonly (readonly Value[])[],
): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  const want = (path: string, id: string) => {
    if (configuration.objects[path]?.entity === undefined) return;
    const ids = wanted.get(path);
    if (ids === undefined) wanted.set(path, new Set([id]));
    else ids.add(id);
  };
  columns.forEach(({ attribute }, index) => {
    const [target] = attribute?.type.targets ?? [];
    for (const row of rows) {
      const value = row[index];
      if (typeof value === 'object' && value !== null) want(value.type, value.id);
      else if (typeof value === 'string' && target !== undefined) want(target, value);
    }
  });
  return wanted;
}

function shownQuery(session: Session, path: string, ids: ReadonlySet<string>): RawBuilder<unknown>[] {
  const { configuration } = session.infobase;
  const object = configuration.objects[path];
  if (object === undefined || session.rights.on(path, 'read') === false) return [];
  const subject = object.entity?.subject ?? 'item';
  const compiler = sqlCompiler({
    lookup: metadataLookup(configuration),
    variables: { [subject]: { alias: subject } },
    literals: 'bound',
    user: session.user,
  });
  const allowed = restrict(compiler, session, { path, operation: 'read' }) ?? sql`true`;
  return [
    sql`select ${sql.id(subject, 'id')}::text as id, ${presentation(object, subject)} as text
      from ${sql.id(path)} as ${sql.id(subject)} ${compiler.joins()}
      where ${sql.id(subject, 'id')} = any(${[...ids]}::uuid[]) and ${allowed}`,
  ];
}

function presentation(object: MetadataObject, alias: string): RawBuilder<unknown> {
  const parts = (object.entity?.presentation ?? []).map(name => sql.id(alias, name));
  return parts.length === 0 ? sql`''` : sql`concat_ws(' ', ${sql.join(parts)})`;
}
