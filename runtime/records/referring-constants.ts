import { sql } from 'kysely';
import type { MetadataObject } from '#platform';
import type { Session } from '../session/session.ts';

/** A constant whose value is one of the records. */
export interface ReferringConstant {
  readonly object: MetadataObject;
  /** The record it refers to. */
  readonly target: string;
}

/** The constants that refer to records of an object; whether the user may read them is left to the caller. */
export async function referringConstants(
  { infobase, database }: Session,
  target: MetadataObject,
  ids: readonly string[],
): Promise<ReferringConstant[]> {
  const constants = Object.values(infobase.configuration.objects).filter(
    ({ constant }) => constant?.type.targets?.includes(target.path) === true,
  );
  if (constants.length === 0 || ids.length === 0) return [];
  const id = sql`case jsonb_typeof(value) when 'object' then value ->> 'id' else value #>> '{}' end`;
  const statement = sql<{ object: string; target: string }>`
    select object, ${id} as target from "_constants"
    where object = any(${constants.map(constant => constant.id)}::text[]) and ${id} = any(${ids}::text[])
      and coalesce(value ->> 'type', ${target.path}) = ${target.path}`;
  const { rows } = await statement.execute(database.query);
  return rows.flatMap(row => {
    const object = constants.find(constant => constant.id === row.object);
    return object === undefined ? [] : [{ object, target: row.target }];
  });
}
