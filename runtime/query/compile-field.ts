import { sql } from 'kysely';
import type { ExpressionNode, FieldNode } from '#platform';
import { column, type Frame, homeOf, joined, type Sql, variableOf } from './expression-frame.ts';
import { registerAlias } from './register-row.ts';

/**
 * An attribute of a row. References are walked by left joins, each walk once per query. `suffix` asks for the column
 * beside it (':type' of a composite reference).
 */
export function compileField(node: FieldNode, frame: Frame, suffix = ''): Sql {
  const { of, name } = node;
  if (of.op === 'register') return column(registerAlias(of, frame), name + suffix);
  if (of.op === 'variable' && of.type.of === 'row') {
    const bound = variableOf(of.name, frame);
    if ('alias' in bound) return column(bound.alias, name + suffix);
    const given = bound.fields?.[name];
    if (given !== undefined) return given;
  }
  const [first, ...others] = recordAliases(of, frame).map(alias => column(alias, name + suffix));
  if (first === undefined) throw new Error(`«${name}» is asked of a reference to nothing.`);
  return others.length === 0 ? first : sql`coalesce(${sql.join([first, ...others])})`;
}

/** Aliases of the records a reference points to, one for each object it may be of; at most one of them is there. */
function recordAliases(of: ExpressionNode, frame: Frame): string[] {
  const home = homeOf(of, frame);
  return targetPaths(of).map(path =>
    joined(home, `${path} ${JSON.stringify(of)}`, alias => {
      const reference = referenceSql(of, home);
      const readable = home.compilation.readable?.(path, alias);
      const also = readable === undefined ? sql`` : sql` and ${readable}`;
      return sql`left join ${sql.id(path)} as ${sql.id(alias)} on ${column(alias, 'id')} = ${reference}${also}`;
    }),
  );
}

/** The id that a record or a reference stands for. */
export function referenceSql(of: ExpressionNode, frame: Frame): Sql {
  if (of.op !== 'variable' || of.type.of !== 'row') return frame.compilation.compile(of, frame);
  const bound = variableOf(of.name, frame);
  return 'alias' in bound ? column(bound.alias, 'id') : bound.value;
}

function targetPaths({ type }: ExpressionNode): readonly string[] {
  if (type.of === 'row') return [type.path];
  return type.of === 'value' ? (type.type.targets ?? []) : [];
}
