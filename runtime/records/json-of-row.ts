import type { Attribute, Storage } from '#platform';
import { columnsOf } from '../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';

/** How a column is written into JSON where PostgreSQL's own way would lose something: its numbers become floats. */
const exact: Readonly<Partial<Record<Storage, string>>> = { decimal: '::text' };

/** `jsonb_build_object` takes at most 100 arguments. */
const pairsMax = 50;

/** The attributes of a row as a jsonb object of columns, decimals as strings; `row` is its alias or variable, quoted. */
export function jsonOfRow(attributes: readonly Attribute[], row: string): string {
  const pairs = attributes.flatMap(attribute =>
    columnsOf(attribute).map(
      ({ name }) => `${quoteLiteral(name)}, ${row}.${q(name)}${exact[attribute.type.storage] ?? ''}`,
    ),
  );
  const parts = [];
  for (let start = 0; start < pairs.length; start += pairsMax) {
    parts.push(`jsonb_build_object(${pairs.slice(start, start + pairsMax).join(', ')})`);
  }
  return parts.length === 0 ? `'{}'::jsonb` : parts.join(' || ');
}
