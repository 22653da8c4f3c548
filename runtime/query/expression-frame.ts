import { type RawBuilder, sql } from 'kysely';
import { type ExpressionNode, type MetadataLookup, partsOf } from '#platform';

/** A piece of SQL. */
export type Sql = RawBuilder<unknown>;

/** What a variable of an expression is in the query. */
export type SqlVariable = SqlRow | SqlValue;

/** A row of the query, or a record variable of PL/pgSQL, with the columns of the object's table. */
export interface SqlRow {
  readonly alias: string;
  /**
   * Relations that hold the lines of this very row, by section, with the columns of the section's table; without one
   * the section's table is read.
   */
  readonly sections?: Readonly<Record<string, string>>;
}

/** A single value. A reference may stand for its record: fields that are not given are joined. */
export interface SqlValue {
  readonly value: Sql;
  /** For a composite reference: the permanent id of the object it points to. */
  readonly target?: Sql;
  readonly fields?: Readonly<Record<string, Sql>>;
}

/** What all parts of the compiler share while one query is compiled. */
export interface Compilation {
  readonly lookup: Pick<MetadataLookup, 'object'>;
  readonly literals: 'bound' | 'inline';
  /** A name that the query has not used yet. Like all names the compiler makes it has a colon, so it is nobody else's. */
  readonly newAlias: () => string;
  readonly compile: (node: ExpressionNode, frame: Frame) => Sql;
  /** The permanent id of the object that a composite reference points to. */
  readonly target: (node: ExpressionNode, frame: Frame) => Sql;
  /** The condition under which a record that is walked to may be read; undefined when always. */
  readonly readable?: (path: string, alias: string) => Sql | undefined;
  /** A condition in a place where only true counts. */
  readonly filter: (node: ExpressionNode, frame: Frame) => Sql;
}

/**
 * One `from` clause with the joins that expressions add to it. An aggregate over a section has a frame of its own
 * within the frame it stands in.
 */
export interface Frame {
  readonly compilation: Compilation;
  readonly variables: Readonly<Record<string, SqlVariable>>;
  readonly parent?: Frame;
  readonly joins: Map<string, Join>;
}

interface Join {
  readonly alias: string;
  readonly clause: Sql;
}

/** The row or value a variable stands for; a variable nobody bound is an error of the caller. */
export function variableOf(name: string, frame: Frame): SqlVariable {
  const variable = Object.hasOwn(frame.variables, name) ? frame.variables[name] : undefined;
  if (variable !== undefined) return variable;
  if (frame.parent !== undefined) return variableOf(name, frame.parent);
  throw new Error(`The variable «${name}» of an expression is not bound in the query it is compiled for.`);
}

/** Joins what `clause` makes to the frame, once for each key; gives its alias. */
export function joined(frame: Frame, key: string, clause: (alias: string) => Sql): string {
  const existing = frame.joins.get(key);
  if (existing !== undefined) return existing.alias;
  const alias = frame.compilation.newAlias();
  // What the clause itself walks is joined while it is made, and so stands before it.
  frame.joins.set(key, { alias, clause: clause(alias) });
  return alias;
}

/** The joins of a frame, in the order they depend on each other. */
export function joinsOf(frame: Frame): Sql {
  return sql.join(
    [...frame.joins.values()].map(join => join.clause),
    sql` `,
  );
}

/** The outermost frame that has every variable of a node: what is joined there is joined once and not for each line. */
export function homeOf(node: ExpressionNode, frame: Frame): Frame {
  if (frame.parent === undefined) return frame;
  const free = freeVariables(node);
  const own = Object.keys(frame.variables);
  return own.some(name => free.has(name)) ? frame : homeOf(node, frame.parent);
}

function freeVariables(node: ExpressionNode): Set<string> {
  if (node.op === 'variable') return new Set([node.name]);
  const free = new Set(partsOf(node).flatMap(part => [...freeVariables(part)]));
  if (node.op !== 'section') return free;
  const outside = freeVariables(node.lines);
  if (!outside.has('line')) free.delete('line');
  return free;
}

/** A column of a row of the query. */
export function column(alias: string, name: string): Sql {
  return sql`${sql.id(alias)}.${sql.id(name)}`;
}

/** Whether a node compiles to something so small and cheap that it may be written twice. */
export function isSmall(node: ExpressionNode): boolean {
  if (node.op === 'literal' || node.op === 'field' || node.op === 'variable') return true;
  // A constant is a subquery of its own that runs once per statement.
  if (node.op === 'stored') return true;
  if (node.op !== 'call') return false;
  return smallCalls.has(node.name) && node.args.every(isSmall);
}

const smallCalls: ReadonlySet<string> = new Set(['identity', 'dateToDateTime', 'referenceToComposite', 'startOfMonth']);

/**
 * Lets a template use values several times. What is not small is computed once, in a subquery that PostgreSQL does not
 * take apart; otherwise the text would double with each level of nesting.
 */
export function once(nodes: readonly ExpressionNode[], frame: Frame, template: (values: readonly Sql[]) => Sql): Sql {
  const values = nodes.map(node => frame.compilation.compile(node, frame));
  if (nodes.every(isSmall)) return template(values);
  const names = values.map((_, index) => `v${index}`);
  const selected = values.map((value, index) => sql`${value} as ${sql.id(names[index] ?? '')}`);
  const columns = names.map(name => column(':once', name));
  return sql`(select ${template(columns)} from (select ${sql.join(selected)} offset 0) as ":once")`;
}
