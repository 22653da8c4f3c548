import { sql } from 'kysely';
import { type MetadataObject, ProblemError } from '#platform';
import { rowQuery } from '../access/row-compiler.ts';
import type { ReferenceView } from '../http/contract.ts';
import type { Sql } from '../query/expression-frame.ts';
import type { Session } from '../session/session.ts';
import { presentationSql } from './presentation.ts';
import { readRecord } from './read-record.ts';
import { recordNotFound } from './record-not-found.ts';
import { type RecordShape, recordShape, shapeOf } from './record-shape.ts';
import { type ReferringColumn, referringColumns } from './referring-columns.ts';
import { isIdentity } from './value-form.ts';

/** Rows answered per column that refers: enough to see, and to go on from. */
const rowsPerColumnMax = 100;

/**
 * Where a record is used: every record and line the user may read that refers to it, in one query over all columns that may. What
 * only documents write is left to the documents.
 */
export async function findReferences(
  session: Session,
  { path, id }: { path: string; id: string },
): Promise<ReferenceView[]> {
  const shape = recordShape(session.infobase.configuration, path);
  if (!isIdentity(id)) throw new ProblemError([recordNotFound(shape, id)]);
  await readRecord(session, { path, id });
  const columns = referringColumns(session.infobase.configuration, path);
  const parts = columns.flatMap((column, place) => usesIn(session, { column, target: shape.object, id, place }) ?? []);
  if (parts.length === 0) return [];
  const statement = sql<{ place: number; id: string; presentation: string }>`${sql.join(parts, sql` union all `)}`;
  const { rows } = await statement.execute(session.database.query);
  return rows.flatMap(row => {
    const column = columns[row.place];
    if (column === undefined) return [];
    const attribute = column.attribute.path.slice(column.object.path.length + 1);
    return [{ path: column.object.path, attribute, id: row.id, presentation: row.presentation }];
  });
}

interface Use {
  readonly column: ReferringColumn;
  readonly target: MetadataObject;
  readonly id: string;
  readonly place: number;
}

function usesIn(session: Session, { column, target, id, place }: Use): Sql | undefined {
  const shape = shapeOf(session.infobase.configuration, column.object);
  if (shape === undefined || session.rights.on(column.object.path, 'read') === false) return undefined;
  const alias = `used${place}`;
  const query = rowQuery(session, { path: column.object.path, subject: shape.subject, alias });
  const condition = query.restrict('read');
  const rowId = sql.id(alias, 'id');
  return sql`(select ${place}::integer as place, ${rowId} as id, ${presentationSql(shape, alias)} as presentation
    from ${sql.id(shape.table)} as ${sql.id(alias)} ${query.joins()}
    where ${rowId} in ${referringIds(shape, { column, target, id })} and ${condition} limit ${rowsPerColumnMax})`;
}

function referringIds(shape: RecordShape, { column, target, id }: Omit<Use, 'place'>): Sql {
  const owner = column.table === shape.table ? 'id' : 'record';
  return sql`(select ${sql.id('referring', owner)} from ${sql.id(column.table)} as referring where ${refersTo(column, target, sql`${id}::uuid`)})`;
}

/** Whether a row under the alias `referring` refers to the record; a composite reference also tells which object it is of. */
export function refersTo({ attribute }: ReferringColumn, target: MetadataObject, id: Sql): Sql {
  const points = sql`${sql.id('referring', attribute.name)} = ${id}`;
  if (attribute.type.storage !== 'composite') return points;
  return sql`${points} and ${sql.id('referring', `${attribute.name}:type`)} = ${target.id}`;
}
