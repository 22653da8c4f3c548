import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Expression, ExpressionNode, MetadataLookup } from '#platform';
import { compileCall } from './compile-calls.ts';
import { compileField } from './compile-field.ts';
import { compileFilter } from './compile-filter.ts';
import { compileSection } from './compile-section.ts';
import { compileStored, storedTarget } from './compile-stored.ts';
import { type Compilation, type Frame, joinsOf, type Sql, type SqlVariable, variableOf } from './expression-frame.ts';
import { literalSql, textSql } from './expression-literal.ts';

/** The surroundings of the expressions of one query. */
export interface SqlCompilerOptions {
  readonly lookup: Pick<MetadataLookup, 'object'>;
  /** What the variables are in the query: rows by alias, or single values. */
  readonly variables: Readonly<Record<string, SqlVariable>>;
  /** Who asks: the variable `user`, and whose grants `allowed(…)` reads. `id` may be SQL where it is not known yet. */
  readonly user?: SqlUser;
  /** Literals are bound, or written out where the SQL becomes the body of a function. */
  readonly literals: 'bound' | 'inline';
  /** Beginning of the aliases the compiler makes, where the query has other compilers too. ':' by default. */
  readonly prefix?: string;
  /**
   * The condition under which the asker may read a record that is walked to, given its object and its alias; where it does not
   * hold, or no record is there, fields read as null. Undefined for objects that are open. Without it all are.
   */
  readonly readable?: (path: string, alias: string) => Sql | undefined;
}

/** Without login and name they are read from the table of users. */
export interface SqlUser {
  readonly id: string | Sql;
  readonly login?: string;
  readonly name?: string;
}

/** Compiles the expressions of one query. What several of them walk is joined once. */
export interface SqlCompiler {
  /** The value: SQL of the type its storage has; of a composite reference the id. */
  expression(expression: Expression): Sql;
  /** The columns that keep the value: one, or two for a composite reference (the id, the permanent id of its object). */
  columns(expression: Expression): readonly Sql[];
  /** A condition for `where`, `filter` and other places where only true counts. */
  filter(expression: Expression): RawBuilder<SqlBool>;
  /** The joins the `from` clause needs for everything compiled so far; ask last. Empty when there are none. */
  joins(): Sql;
}

/** A compiler for one query; see `docs/expressions.md` for what expressions mean. */
export function sqlCompiler({
  lookup,
  variables,
  user,
  literals,
  prefix = ':',
  readable,
}: SqlCompilerOptions): SqlCompiler {
  let aliases = 0;
  const compilation: Compilation = {
    lookup,
    literals,
    ...(readable && { readable }),
    newAlias: () => `${prefix}${++aliases}`,
    compile: compileNode,
    target: compileTarget,
    filter: compileFilter,
  };
  const bound = user === undefined ? variables : { ...variables, user: userVariable(user, literals) };
  const frame: Frame = { compilation, variables: bound, joins: new Map() };
  return {
    expression: ({ root }) => compileNode(root, frame),
    columns: ({ root }) =>
      isComposite(root) ? [compileNode(root, frame), compileTarget(root, frame)] : [compileNode(root, frame)],
    filter: ({ root }) => sql<SqlBool>`${compileFilter(root, frame)}`,
    joins: () => joinsOf(frame),
  };
}

function userVariable({ id, login, name }: SqlUser, literals: 'bound' | 'inline'): SqlVariable {
  const text = (value: string) => sql`${textSql(value, literals)}::text`;
  return {
    value: typeof id === 'string' ? sql`${textSql(id, literals)}::uuid` : id,
    fields: {
      ...(login === undefined ? {} : { login: text(login) }),
      ...(name === undefined ? {} : { name: text(name) }),
    },
  };
}

function compileNode(node: ExpressionNode, frame: Frame): Sql {
  switch (node.op) {
    case 'literal':
      return literalSql(node.value, node.type, frame.compilation.literals);
    case 'variable':
      return singleValue(node.name, frame).value;
    case 'field':
      return compileField(node, frame);
    case 'call':
      return compileCall(node, frame);
    case 'conditional':
      return compileConditional(node, frame, compileNode);
    case 'section':
      return compileSection(node, frame);
    case 'stored':
      return compileStored(node, frame);
    default:
      throw new Error(`«${node.op}» is not a value; the checker lets it stand only where it is not compiled.`);
  }
}

/** The permanent id of the object a composite reference points to: null exactly where the reference is. */
function compileTarget(node: ExpressionNode, frame: Frame): Sql {
  switch (node.op) {
    case 'literal':
      return sql`null::text`;
    case 'variable':
      return singleValue(node.name, frame).target ?? sql`null::text`;
    case 'field':
      return compileField(node, frame, ':type');
    case 'conditional':
      return compileConditional(node, frame, compileTarget);
    case 'stored':
      return storedTarget(node, frame);
    case 'call':
      if (node.name !== 'referenceToComposite')
        return sql`coalesce(${sql.join(node.args.map(arg => compileTarget(arg, frame)))})`;
      return knownTarget(node.args[0], frame);
    default:
      throw new Error(`«${node.op}» is not a reference.`);
  }
}

function knownTarget(reference: ExpressionNode | undefined, frame: Frame): Sql {
  const path = reference?.type.of === 'value' ? reference.type.type.targets?.[0] : undefined;
  const id = path === undefined ? undefined : frame.compilation.lookup.object(path)?.id;
  if (reference === undefined || id === undefined)
    throw new Error(`«${path}» is in no configuration that is installed.`);
  return sql`(case when ${compileNode(reference, frame)} is not null then ${textSql(id, frame.compilation.literals)} end)`;
}

function compileConditional(
  node: ExpressionNode & { readonly op: 'conditional' },
  frame: Frame,
  compile: (node: ExpressionNode, frame: Frame) => Sql,
): Sql {
  const { when, value, otherwise } = node;
  return sql`(case when ${compileFilter(when, frame)} then ${compile(value, frame)} else ${compile(otherwise, frame)} end)`;
}

function singleValue(name: string, frame: Frame) {
  const bound = variableOf(name, frame);
  if ('value' in bound) return bound;
  throw new Error(`The variable «${name}» is a row of the query, but the expression takes it for a value.`);
}

function isComposite({ type }: ExpressionNode): boolean {
  return type.of === 'value' && type.type.storage === 'composite';
}
