import { sql } from 'kysely';
import type { CallNode, ExpressionNode, Storage } from '#platform';
import { compileIn } from './compile-in.ts';
import { column, type Frame, once, type Sql, variableOf } from './expression-frame.ts';

type Compile = (node: CallNode, frame: Frame) => Sql;

/** What each operator, conversion and function is in SQL; its meaning is fixed in `docs/expressions.md`. */
const calls: Readonly<Record<string, Compile>> = {
  add: binary('+'),
  subtract: binary('-'),
  multiply: binary('*'),
  divide: values(([left, right]) => sql`round((${left} + 0e-150) / nullif(${right}, 0), 12)`),
  remainder: values(([left, right]) => sql`(${left} % nullif(${right}, 0))`),
  negate: values(([value]) => sql`(- ${value})`),
  concat: binary('||'),
  equal: binary('is not distinct from'),
  notEqual: binary('is distinct from'),
  less: ordered('<'),
  lessOrEqual: ordered('<='),
  greater: ordered('>'),
  greaterOrEqual: ordered('>='),
  and: binary('and'),
  or: binary('or'),
  not: values(([value]) => sql`(not ${value})`),
  in: compileIn,
  identity: compileIdentity,
  dateToDateTime: cast('timestamp'),
  referenceToComposite: values(([value]) => sql`${value}`),
  round: compileRound,
  abs: call('abs'),
  floor: call('floor'),
  ceil: call('ceil'),
  least: extreme('least'),
  greatest: extreme('greatest'),
  coalesce: (node, frame) => sql`coalesce(${sql.join(compiled(node, frame))})`,
  size: values(([value]) => sql`char_length(${value})::numeric`),
  upper: values(([value]) => sql`(upper(${value} collate "und-x-icu") collate "C")`),
  lower: values(([value]) => sql`(lower(${value} collate "und-x-icu") collate "C")`),
  trim: values(([value]) => sql`btrim(${value}, E' \\t\\n\\r\\u00a0')`),
  contains: values(([value, part]) => sql`(strpos(${value}, ${part}) > 0)`),
  startsWith: values(([value, part]) => sql`starts_with(${value}, ${part})`),
  endsWith: (node, frame) =>
    once(node.args, frame, ([value, part]) => sql`(right(${value}, char_length(${part})) = ${part})`),
  text: compileText,
  date: cast('date'),
  dateTime: cast('timestamp'),
  month: values(([value]) => startOfMonth(value)),
  startOfMonth: values(([value]) => startOfMonth(value)),
  endOfMonth: values(([value]) => sql`(date_trunc('month', ${value}::timestamp) + interval '1 month - 1 day')::date`),
  year: values(([value]) => sql`extract(year from ${value})`),
  day: values(([value]) => sql`extract(day from ${value})`),
  addDays: compileAddDays,
  addMonths: compileAddMonths,
  daysBetween: values(([from, to]) => sql`(${to}::date - ${from}::date)::numeric`),
  monthsBetween: (node, frame) => once(node.args, frame, ([from, to]) => sql`(${months(to)} - ${months(from)})`),
};

/** A call as SQL. */
export function compileCall(node: CallNode, frame: Frame): Sql {
  const compile = calls[node.name];
  if (compile === undefined) throw new Error(`The function «${node.name}» has no SQL.`);
  return compile(node, frame);
}

function compiled({ args }: CallNode, frame: Frame): Sql[] {
  return args.map(arg => frame.compilation.compile(arg, frame));
}

/** A template over the compiled arguments, each used once. */
function values(template: (args: [Sql, Sql]) => Sql): Compile {
  return (node, frame) => {
    const [first, second = sql``] = compiled(node, frame);
    if (first === undefined) throw new Error(`«${node.name}» is called without arguments.`);
    return template([first, second]);
  };
}

function binary(operator: string): Compile {
  return values(([left, right]) => sql`(${left} ${sql.raw(operator)} ${right})`);
}

function call(name: string): Compile {
  return values(([value]) => sql`${sql.raw(name)}(${value})`);
}

function cast(type: string): Compile {
  return values(([value]) => sql`${value}::${sql.raw(type)}`);
}

/** Texts go by code points, whatever the database's own order is. */
function ordered(operator: string): Compile {
  return (node, frame) => {
    const [left, right] = node.args.map(arg => comparable(arg, frame));
    return sql`(${left} ${sql.raw(operator)} ${right})`;
  };
}

function extreme(name: string): Compile {
  return (node, frame) => sql`${sql.raw(name)}(${sql.join(node.args.map(arg => comparable(arg, frame)))})`;
}

/** A value that is put in order. */
export function comparable(node: ExpressionNode, frame: Frame): Sql {
  const value = frame.compilation.compile(node, frame);
  return storageOf(node) === 'text' ? sql`(${value} collate "C")` : value;
}

/** A record that stands for the reference to itself. */
function compileIdentity(node: CallNode, frame: Frame): Sql {
  const [variable] = node.args;
  if (variable?.op !== 'variable') throw new Error('Only a variable has an identity.');
  const bound = variableOf(variable.name, frame);
  return 'alias' in bound ? column(bound.alias, 'id') : bound.value;
}

/** The checker lets only a literal stand for the digits. */
function compileRound({ args: [value, digits] }: CallNode, frame: Frame): Sql {
  if (value === undefined || digits?.op !== 'literal') throw new Error('round() needs a literal number of digits.');
  return sql`round(${frame.compilation.compile(value, frame)}, ${sql.raw(String(Number(digits.value)))})`;
}

function compileText(node: CallNode, frame: Frame): Sql {
  const [value] = node.args;
  const storage = value && storageOf(value);
  if (value === undefined || storage === undefined) throw new Error('text() needs a value.');
  return (texts[storage] ?? asText)(frame.compilation.compile(value, frame));
}

const asText = (value: Sql) => sql`(${value}::text collate "C")`;
const texts: Readonly<Partial<Record<Storage, (value: Sql) => Sql>>> = {
  decimal: value => sql`(trim_scale(${value})::text collate "C")`,
  date: value => sql`(to_char(${value}::timestamp, 'YYYY-MM-DD') collate "C")`,
  dateTime: value => sql`(to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS') collate "C")`,
  month: value => sql`(to_char(${value}::timestamp, 'YYYY-MM') collate "C")`,
};

function startOfMonth(value: Sql): Sql {
  return sql`date_trunc('month', ${value}::timestamp)::date`;
}

/** Months since January of year 0. */
function months(value: Sql | undefined): Sql {
  return sql`(extract(year from ${value}) * 12 + extract(month from ${value}) - 1)`;
}

/** Days are counted before the date is moved, because a date out of range would be an error and not null. */
function compileAddDays(node: CallNode, frame: Frame): Sql {
  const type = sql.raw(node.args[0] && storageOf(node.args[0]) === 'date' ? 'date' : 'timestamp');
  return once(
    node.args,
    frame,
    ([value, count]) =>
      sql`(case when (${value}::date - date '0001-01-01') + trunc(${count}) between 0 and 3652058 then (${value} + make_interval(days => ${integer(count)}))::${type} end)`,
  );
}

function compileAddMonths(node: CallNode, frame: Frame): Sql {
  const type = sql.raw(node.args[0] && storageOf(node.args[0]) === 'dateTime' ? 'timestamp' : 'date');
  return once(
    node.args,
    frame,
    ([value, count]) =>
      sql`(case when ${months(value)} + trunc(${count}) between 12 and 119999 then (${value} + make_interval(months => ${integer(count)}))::${type} end)`,
  );
}

/** PostgreSQL may cast a constant before it looks at the condition around it; a remainder always fits an integer. */
function integer(count: Sql | undefined): Sql {
  return sql`(trunc(${count}) % 10000000)::int`;
}

function storageOf({ type }: ExpressionNode): Storage | undefined {
  return type.of === 'value' ? type.type.storage : undefined;
}
