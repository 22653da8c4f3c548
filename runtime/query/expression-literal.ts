import { sql } from 'kysely';
import type { ExpressionType, Storage } from '#platform';
import { quoteLiteral } from '../storage/quoting.ts';
import type { Sql } from './expression-frame.ts';

/** The SQL type that values of a storage have in a query. */
export const sqlTypes: Readonly<Record<Storage, string>> = {
  text: 'text',
  decimal: 'numeric',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'timestamp',
  month: 'date',
  reference: 'uuid',
  composite: 'uuid',
  enumeration: 'text',
  file: 'uuid',
};

/** A value in its JSON form as SQL: bound, or written out where a function's body cannot bind. */
export function literalSql(value: string | boolean | null, type: ExpressionType, literals: 'bound' | 'inline'): Sql {
  const storage = type.of === 'value' ? type.type.storage : 'text';
  if (value === null) return sql`null::${sql.raw(sqlTypes[storage])}`;
  if (typeof value === 'boolean') return sql.raw(value ? 'true' : 'false');
  const stored = storage === 'month' ? `${value}-01` : value;
  return sql`${textSql(stored, literals)}::${sql.raw(sqlTypes[storage])}`;
}

/** A text as SQL, its type left to what it is compared with or cast to. */
export function textSql(value: string, literals: 'bound' | 'inline'): Sql {
  return literals === 'bound' ? sql`${value}` : sql.raw(quoteLiteral(value));
}
