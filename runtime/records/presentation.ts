import { sql } from 'kysely';
import type { Attribute, Language } from '#platform';
import type { Sql } from '../query/expression-frame.ts';
import { dateFormats } from './date-formats.ts';
import type { RecordShape } from './record-shape.ts';

/** The short text a record is shown by to a reader of this language, in SQL; `alias` is the row's. */
export function presentationSql(shape: RecordShape, alias: string, language: Language): Sql {
  const attributes = shape.presentation.flatMap(
    name => shape.attributes.find(attribute => attribute.name === name) ?? [],
  );
  if (attributes.length === 0) return sql`''`;
  return sql`concat_ws(' ', ${sql.join(attributes.map(attribute => textSql(attribute, alias, language)))})`;
}

function textSql({ name, type }: Attribute, alias: string, language: Language): Sql {
  const column = sql.id(alias, name);
  const format = dateFormats[language][type.storage];
  return format === undefined ? sql`${column}::text` : sql`to_char(${column}, ${format})`;
}
