import { sql } from 'kysely';
import type { Attribute, Storage } from '#platform';
import type { Sql } from '../query/expression-frame.ts';
import type { RecordShape } from './record-shape.ts';

/** The short text a record is shown by, in SQL; `alias` is the row's. */
export function presentationSql(shape: RecordShape, alias: string): Sql {
  const attributes = shape.presentation.flatMap(
    name => shape.attributes.find(attribute => attribute.name === name) ?? [],
  );
  if (attributes.length === 0) return sql`''`;
  return sql`concat_ws(' ', ${sql.join(attributes.map(attribute => textSql(attribute, alias)))})`;
}

/** Dates are shown by the day, in the form that every language reads. */
const texts: Readonly<Partial<Record<Storage, (column: Sql) => Sql>>> = {
  dateTime: column => sql`to_char(${column}, 'YYYY-MM-DD')`,
  month: column => sql`to_char(${column}, 'YYYY-MM')`,
};

function textSql({ name, type }: Attribute, alias: string): Sql {
  const column = sql.id(alias, name);
  return texts[type.storage]?.(column) ?? sql`${column}::text`;
}
