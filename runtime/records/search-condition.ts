import { sql } from 'kysely';
import { ProblemError } from '#platform';
import type { Sql } from '../query/expression-frame.ts';
import type { RecordShape } from './record-shape.ts';

const charactersMax = 200;

/**
 * Records in which every word of the text is found somewhere in what they are searched by (trigram indexes serve it).
 * Throws `search-too-long`.
 */
export function searchCondition(shape: RecordShape, alias: string, text: string): Sql {
  if (text.length > charactersMax) {
    throw new ProblemError([
      { code: 'search-too-long', path: shape.object.path, parameters: { maximum: charactersMax } },
    ]);
  }
  const searched = new Set([...shape.inputBy, ...shape.presentation]);
  const columns = shape.attributes.filter(({ name, type }) => searched.has(name) && type.storage === 'text');
  if (columns.length === 0) return sql`false`;
  const words = text.trim().split(/\s+/);
  const conditions = words.map(word => {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const alternatives = columns.map(({ name }) => sql`${sql.id(alias, name)} ilike ${pattern}`);
    return sql`(${sql.join(alternatives, sql` or `)})`;
  });
  return sql`(${sql.join(conditions, sql` and `)})`;
}
