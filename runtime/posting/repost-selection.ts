import { type RawBuilder, sql } from 'kysely';
import { type MetadataObject, ProblemError } from '#platform';
import { askedExpression } from '../access/asked-expression.ts';
import { rowQuery } from '../access/row-compiler.ts';
import type { Session } from '../session/session.ts';

/** Which posted documents are meant; without any condition, all of them. */
export interface RepostSelection {
  /** One document type; every type when left out. */
  readonly path?: string;
  /** Dates from (inclusive) and to (exclusive). */
  readonly from?: string;
  readonly to?: string;
  readonly ids?: readonly string[];
  /** An expression over the document; only together with `path`. */
  readonly filter?: string;
}

/** The place of a document in the order of reposting. */
export interface RepostPlace {
  readonly date: string;
  readonly path: string;
  readonly id: string;
}

/** A query for the documents meant, with the columns date, path and id. Throws the problems of the selection. */
export function repostSource(session: Session, selection: RepostSelection): RawBuilder<unknown> {
  const parts = documentsOf(session, selection.path).map(document => documentQuery(session, document, selection));
  if (parts.length === 0) return sql`select null::timestamp as date, null::text as path, null::uuid as id where false`;
  return sql.join(parts, sql` union all `);
}

/** The next documents in the order of date, type and id; the bound on the date alone is what an index can serve. */
export async function nextBatch(
  session: Session,
  source: RawBuilder<unknown>,
  { after, limit }: { readonly after: RepostPlace | undefined; readonly limit: number },
): Promise<readonly RepostPlace[]> {
  const place =
    after === undefined
      ? sql`true`
      : sql`date >= ${after.date}::timestamp and (date, path, id) > (${after.date}::timestamp, ${after.path}::text, ${after.id}::uuid)`;
  const query = sql<RepostPlace>`select * from (${source}) as documents where ${place} order by date, path, id limit ${limit}`;
  const { rows } = await query.execute(session.database.query);
  return rows;
}

function documentsOf(session: Session, path: string | undefined): MetadataObject[] {
  const { objects } = session.infobase.configuration;
  if (path === undefined) return Object.values(objects).filter(object => object.posting !== undefined);
  const object = Object.hasOwn(objects, path) ? objects[path] : undefined;
  if (object === undefined) throw new ProblemError([{ code: 'object-unknown', parameters: { object: path } }]);
  if (object.posting !== undefined) return [object];
  throw new ProblemError([{ code: 'posting-unsupported', path, parameters: { object: object.title } }]);
}

function documentQuery(session: Session, document: MetadataObject, selection: RepostSelection): RawBuilder<unknown> {
  const { from, to, ids, filter } = selection;
  const row = { path: document.path, subject: document.entity?.subject ?? 'document' };
  const query = rowQuery(session, { ...row, alias: 'd' });
  const conditions = [
    sql`d.posted`,
    ...(from === undefined ? [] : [sql`d.date >= ${from}::timestamp`]),
    ...(to === undefined ? [] : [sql`d.date < ${to}::timestamp`]),
    ...(ids === undefined ? [] : [sql`d.id = any(${ids}::uuid[])`]),
    ...(filter === undefined
      ? []
      : [query.asked.filter(askedExpression(session, { row, text: filter, expected: 'condition' }))]),
  ];
  return sql`select d.date, ${document.path}::text as path, d.id
    from ${sql.id(document.path)} as d ${query.joins()} where ${sql.join(conditions, sql` and `)}`;
}
