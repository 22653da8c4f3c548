import { type RawBuilder, sql } from 'kysely';
import { ProblemError } from '#platform';
import type { Sql } from '../query/expression-frame.ts';
import { isDescending, type OrderKey } from './list-order.ts';
import { isIdentity } from './value-form.ts';

/** The place after which the next page begins: the order's values of its last row, as texts, and its id. */
export interface Cursor {
  readonly values: readonly (string | null)[];
  readonly id: string;
}

/** A cursor as an address carries it. It holds no more than the row it was made of. */
export function writeCursor({ values, id }: Cursor): string {
  return Buffer.from(JSON.stringify([id, ...values])).toString('base64url');
}

/** Reads a cursor of an order with so many keys. Throws `cursor-invalid`. */
export function readCursor(text: string, keys: number): Cursor {
  const [id, ...values] = partsOf(text);
  const fits = isIdentity(id) && values.length === keys && values.every(isValue);
  if (!fits) throw new ProblemError([{ code: 'cursor-invalid', parameters: {} }]);
  return { id, values: values.filter(isValue) };
}

function partsOf(text: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function isValue(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/**
 * Conditions whose rows, one condition after another, are all rows after the cursor in order. With a single key each is a range
 * of an index; only the ones that are needed to fill a page are asked for.
 */
export function rangesAfter(keys: readonly OrderKey[], cursor: Cursor, id: Sql): Sql[] {
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) return [laterRows(keys, cursor, id)];
  const [value = null] = cursor.values;
  const later = key.descending ? sql`<` : sql`>`;
  const last = sql`${cursor.id}::uuid`;
  if (value === null) {
    const sameValue = sql`(${key.value} is null and ${id} ${later} ${last})`;
    return key.descending ? [sameValue, sql`${key.value} is not null`] : [sameValue];
  }
  const range = sql`(${key.value}, ${id}) ${later} (${bound(key, value)}, ${last})`;
  return key.descending ? [range] : [range, sql`${key.value} is null`];
}

/** Later in the first key, or the same there and later in the next, and so on. */
function laterRows(keys: readonly OrderKey[], cursor: Cursor, id: Sql): Sql {
  const same: Sql[] = [];
  const alternatives: Sql[] = [];
  keys.forEach((key, place) => {
    const value = cursor.values[place] ?? null;
    alternatives.push(sql`(${sql.join([...same, laterIn(key, value)], sql` and `)})`);
    same.push(value === null ? sql`${key.value} is null` : sql`${key.value} = ${bound(key, value)}`);
  });
  const later = isDescending(keys) ? sql`<` : sql`>`;
  alternatives.push(sql`(${sql.join([...same, sql`${id} ${later} ${cursor.id}::uuid`], sql` and `)})`);
  return sql`(${sql.join(alternatives, sql` or `)})`;
}

function laterIn(key: OrderKey, value: string | null): Sql {
  if (value === null) return key.descending ? sql`${key.value} is not null` : sql`false`;
  if (key.descending) return sql`${key.value} < ${bound(key, value)}`;
  return sql`(${key.value} > ${bound(key, value)} or ${key.value} is null)`;
}

function bound({ type }: OrderKey, value: string): RawBuilder<unknown> {
  return sql`${value}::text::${sql.raw(type)}`;
}
