import { sql } from 'kysely';
import type { CallNode, ExpressionNode, StoredNode } from '#platform';
import { column, type Frame, once, type Sql, variableOf } from './expression-frame.ts';
import { textSql } from './expression-literal.ts';

/** `in`, which is never null: null is in a list only where null stands in it. */
export function compileIn(node: CallNode, frame: Frame): Sql {
  const [value, list] = node.args;
  if (value === undefined || list === undefined) throw new Error('«in» needs a value and a list.');
  if (list.op !== 'list') return sql`coalesce(${compileInFilter(node, frame)}, false)`;
  if (list.items.every(isPresent)) {
    return list.items.length === 0 ? sql`false` : sql`coalesce(${compileInFilter(node, frame)}, false)`;
  }
  return once([value, ...list.items], frame, ([tested, ...items]) => {
    const matches = items.map(item => sql`${tested} is not distinct from ${item}`);
    return sql`(${sql.join(matches, sql` or `)})`;
  });
}

/** The same where only true counts: plain SQL, so that an index serves. */
export function compileInFilter(node: CallNode, frame: Frame): Sql {
  const [value, list] = node.args;
  if (value === undefined || list === undefined) throw new Error('«in» needs a value and a list.');
  const { compile } = frame.compilation;
  if (list.op === 'stored') return sql`(${compile(value, frame)} in ${allowedRecords(list, frame)})`;
  if (list.op !== 'list' || list.items.length === 0 || !list.items.every(isPresent)) return compileIn(node, frame);
  return sql`(${compile(value, frame)} in (${sql.join(list.items.map(item => compile(item, frame)))}))`;
}

/** The records of an object that the user was granted. */
function allowedRecords({ path }: StoredNode, frame: Frame): Sql {
  const { lookup, literals } = frame.compilation;
  const id = lookup.object(path)?.id;
  if (id === undefined) throw new Error(`«${path}» is in no configuration that is installed.`);
  const bound = variableOf('user', frame);
  const user = 'alias' in bound ? column(bound.alias, 'id') : bound.value;
  return sql`(select "record" from "_allowed" where "user" = ${user} and "object" = ${textSql(id, literals)})`;
}

function isPresent(node: ExpressionNode): boolean {
  return node.op === 'literal' && node.value !== null;
}
