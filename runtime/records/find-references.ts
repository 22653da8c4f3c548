import { sql } from 'kysely';
import { type MetadataObject, ProblemError, textIn } from '#platform';
import { rowQuery } from '../access/row-compiler.ts';
import type { ReferenceView } from '../http/contract.ts';
import type { Sql } from '../query/expression-frame.ts';
import type { Session } from '../session/session.ts';
import { presentationSql } from './presentation.ts';
import { readRecord } from './read-record.ts';
import { recordNotFound } from './record-not-found.ts';
import { type RecordShape, recordShape, shapeOf } from './record-shape.ts';
import { type ReferringColumn, referringColumns } from './referring-columns.ts';
import { referringConstants } from './referring-constants.ts';
import { isIdentity } from './value-form.ts';

/** Rows answered per column that refers: enough to see, and to go on from. */
const rowsPerColumnMax = 100;

/**
 * Where a record is used: every record, line and constant the user may read that refers to it, in one query over all columns that
 * may. What only documents write is left to the documents.
 */
export async function findReferences(
  session: Session,
  { path, id }: { path: string; id: string },
): Promise<ReferenceView[]> {
  const shape = recordShape(session.infobase.configuration, path);
  if (!isIdentity(id)) throw new ProblemError([recordNotFound(shape, id)]);
  await readRecord(session, { path, id });
  return (await referencesTo(session, shape.object, [id])).get(id) ?? [];
}

/** Where each of several records of an object is used, likewise, by id. */
export async function referencesTo(
  session: Session,
  target: MetadataObject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReferenceView[]>> {
  const found = [...(await recordsUsing(session, target, ids)), ...(await constantsUsing(session, target, ids))];
  const byTarget = Map.groupBy(found, use => use.target);
  return new Map([...byTarget].map(([id, uses]) => [id, uses.map(({ view }) => view)]));
}

interface FoundUse {
  readonly target: string;
  readonly view: ReferenceView;
}

async function recordsUsing(session: Session, target: MetadataObject, ids: readonly string[]): Promise<FoundUse[]> {
  const columns = referringColumns(session.infobase.configuration, target.path);
  const parts = columns.flatMap((column, place) => usesIn(session, { column, target, ids, place }) ?? []);
  if (parts.length === 0 || ids.length === 0) return [];
  const statement = sql<FoundRow>`${sql.join(parts, sql` union all `)}`;
  const { rows } = await statement.execute(session.database.query);
  return rows.flatMap(({ place, target, id, presentation }) => {
    const column = columns[place];
    if (column === undefined) return [];
    const attribute = column.attribute.path.slice(column.object.path.length + 1);
    return [{ target, view: { path: column.object.path, attribute, id, presentation } }];
  });
}

interface FoundRow {
  readonly place: number;
  readonly target: string;
  readonly id: string;
  readonly presentation: string;
}

async function constantsUsing(session: Session, target: MetadataObject, ids: readonly string[]): Promise<FoundUse[]> {
  const found = await referringConstants(session, target, ids);
  const readable = found.filter(({ object }) => session.rights.on(object.path, 'read') !== false);
  return readable.map(({ object, target }) => ({
    target,
    view: { path: object.path, attribute: '', presentation: textIn(object.title, session.language) },
  }));
}

interface Use {
  readonly column: ReferringColumn;
  readonly target: MetadataObject;
  readonly ids: readonly string[];
  readonly place: number;
}

function usesIn(session: Session, { column, target, ids, place }: Use): Sql | undefined {
  const shape = shapeOf(session.infobase.configuration, column.object);
  if (shape === undefined || session.rights.on(column.object.path, 'read') === false) return undefined;
  const alias = `used${place}`;
  const query = rowQuery(session, { path: column.object.path, subject: shape.subject, alias });
  const condition = query.restrict('read');
  const rowId = sql.id(alias, 'id');
  const uses = sql`select ${rowId} as id, ${presentationSql(shape, alias, session.language)} as presentation
    from ${sql.id(shape.table)} as ${sql.id(alias)} ${query.joins()}
    where ${rowId} in ${referringIds(shape, column, target)} and ${condition} limit ${rowsPerColumnMax}`;
  return sql`select ${place}::integer as place, target.id as target, use.id, use.presentation
    from unnest(${ids}::uuid[]) as target(id) cross join lateral (${uses}) as use`;
}

function referringIds(shape: RecordShape, column: ReferringColumn, target: MetadataObject): Sql {
  const owner = column.table === shape.table ? 'id' : 'record';
  return sql`(select ${sql.id('referring', owner)} from ${sql.id(column.table)} as referring where ${refersTo(column, target, sql`target.id`)})`;
}

/** Whether a row under the alias `referring` refers to the record; a composite reference also tells which object it is of. */
export function refersTo({ attribute }: ReferringColumn, target: MetadataObject, id: Sql): Sql {
  const points = sql`${sql.id('referring', attribute.name)} = ${id}`;
  if (attribute.type.storage !== 'composite') return points;
  return sql`${points} and ${sql.id('referring', `${attribute.name}:type`)} = ${target.id}`;
}
