import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RecordShape } from '../records/record-shape.ts';
import type { Session } from '../session/session.ts';
import { columnOfRow } from './readable-rows.ts';

/**
 * Conditions that divide the records of an object so that parents come before their children: the records at the top, those
 * below them, and so on. One condition that is always true where there is no hierarchy. Only the ids of records that
 * have children are held.
 */
export async function hierarchyLevels(session: Session, shape: RecordShape): Promise<readonly RawBuilder<SqlBool>[]> {
  if (shape.hierarchy === undefined) return [sql<boolean>`true`];
  const records = sql.id(shape.table);
  const { rows } = await sql<{ ids: string[] }>`
    with recursive parents as (select distinct parent as id from ${records} where parent is not null),
      tree as (
        select record.id, 0 as depth from parents join ${records} as record using (id) where record.parent is null
        union all
        select record.id, tree.depth + 1 from tree
          join ${records} as record on record.parent = tree.id join parents on parents.id = record.id)
    select array_agg(id) as ids from tree group by depth order by depth`.execute(session.database.query);
  const below = rows.map(({ ids }) => sql<boolean>`${columnOfRow('parent')} = any(${ids}::uuid[])`);
  return [sql<boolean>`${columnOfRow('parent')} is null`, ...below];
}
