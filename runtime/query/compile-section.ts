import { sql } from 'kysely';
import type { ExpressionNode, FieldNode, SectionNode } from '#platform';
import { comparable } from './compile-calls.ts';
import { referenceSql } from './compile-field.ts';
import { column, type Frame, joinsOf, type Sql, variableOf } from './expression-frame.ts';

/** An aggregate over the lines of a section: a subquery with joins of its own. */
export function compileSection(node: SectionNode, frame: Frame): Sql {
  const { inside, rows } = openLines(node, frame);
  const { body } = node;
  if (body === null) return sql`(select count(*)::numeric from ${rows()})`;
  const value = comparable(body, inside);
  return sql`(select ${aggregates[node.name](column(':lines', 'value'))} from (select ${value} as "value" from ${rows()}) as ":lines")`;
}

/** `exists` where only true counts: a semi-join. */
export function compileExistsFilter(node: SectionNode & { readonly body: ExpressionNode }, frame: Frame): Sql {
  const { inside, rows, where } = openLines(node, frame);
  const condition = frame.compilation.filter(node.body, inside);
  return sql`exists (select from ${rows()} ${where === undefined ? sql`where` : sql`and`} ${condition})`;
}

/** The lines as a frame of their own; `rows` is asked for last, because it holds what the body walked. */
function openLines(node: SectionNode, frame: Frame) {
  const { lines } = node;
  if (lines.op !== 'field' || lines.type.of !== 'lines') throw new Error('An aggregate needs the lines of a section.');
  const alias = frame.compilation.newAlias();
  const inside: Frame = {
    compilation: frame.compilation,
    variables: { line: { alias } },
    parent: frame,
    joins: new Map(),
  };
  const given = givenLines(lines, frame);
  const where = given === undefined ? sql`${column(alias, 'record')} = ${referenceSql(lines.of, frame)}` : undefined;
  const relation = sql.id(given ?? lines.type.path);
  const rows = () =>
    sql`${relation} as ${sql.id(alias)} ${joinsOf(inside)}${where === undefined ? sql`` : sql` where ${where}`}`;
  return { inside, rows, where };
}

function givenLines({ of, name }: FieldNode, frame: Frame): string | undefined {
  if (of.op !== 'variable' || of.type.of !== 'row') return undefined;
  const bound = variableOf(of.name, frame);
  return 'alias' in bound ? bound.sections?.[name] : undefined;
}

/** Nulls are left out; `exists` and `all` go as `||` and `&&` between the lines would. */
const aggregates: Readonly<Record<SectionNode['name'], (value: Sql) => Sql>> = {
  sum: value => sql`coalesce(sum(${value}), 0)`,
  count: value => sql`(count(*) filter (where ${value}))::numeric`,
  min: value => sql`min(${value})`,
  max: value => sql`max(${value})`,
  exists: value => sql`case when bool_or(${value}) then true when bool_or(${value} is null) then null else false end`,
  all: value => sql`case when not bool_and(${value}) then false when bool_or(${value} is null) then null else true end`,
};
