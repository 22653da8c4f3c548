import { sql } from 'kysely';
import type { Attribute, MetadataObject, Register, RegisterNode } from '#platform';
import { column, type Frame, homeOf, isSmall, joined, type Sql } from './expression-frame.ts';
import { textSql } from './expression-literal.ts';

/** The alias of the register's row that `balance`, `latest` or `earliest` reads: a lateral join, once per query. */
export function registerAlias(node: RegisterNode, frame: Frame): string {
  const home = homeOf(node, frame);
  return joined(home, JSON.stringify(node), alias => {
    const reading = readingOf(node, home);
    const row = node.name === 'balance' ? balanceQuery(reading) : recordQuery(reading);
    // A balance of no moment is not known, whereas a balance of nothing is zero.
    const condition = reading.at === undefined ? sql`true` : sql`${reading.at} is not null`;
    return sql`${reading.asked}left join lateral (${row}) as ${sql.id(alias)} on ${condition}`;
  });
}

interface Reading {
  readonly node: RegisterNode;
  readonly object: MetadataObject;
  readonly register: Register;
  readonly frame: Frame;
  /** A join that computes what is asked for, when that is more than columns and literals; else nothing. */
  readonly asked: Sql;
  readonly at?: Sql;
  readonly dimensions: ReadonlyMap<Attribute, { readonly value: Sql; readonly present: boolean }>;
}

function readingOf(node: RegisterNode, frame: Frame): Reading {
  const object = frame.compilation.lookup.object(node.register);
  if (object?.register === undefined) throw new Error(`«${node.register}» is not a register of this configuration.`);
  const alias = frame.compilation.newAlias();
  const asked: Sql[] = [];
  const named = (part: RegisterNode['at'] & {}, name: string): Sql => {
    const value = frame.compilation.compile(part, frame);
    if (isSmall(part)) return value;
    asked.push(sql`${value} as ${sql.id(name)}`);
    return column(alias, name);
  };
  const dimensions = new Map<Attribute, { value: Sql; present: boolean }>();
  for (const dimension of object.register.dimensions) {
    const part = node.dimensions[dimension.name];
    if (part === undefined) continue;
    const present = dimension.required || (part.op === 'literal' && part.value !== null);
    dimensions.set(dimension, { value: named(part, dimension.name), present });
  }
  const at = node.at === null ? {} : { at: named(node.at, ':at') };
  const join = sql`left join lateral (select ${sql.join(asked)} offset 0) as ${sql.id(alias)} on true `;
  return {
    node,
    object,
    register: object.register,
    frame,
    asked: asked.length === 0 ? sql`` : join,
    dimensions,
    ...at,
  };
}

/** The rows of one key. Dimensions that are always filled are compared with `=`, so that an index serves. */
function keyed(alias: string, { dimensions }: Reading): Sql {
  const conditions = [...dimensions].map(([{ name }, { value, present }]) => {
    const own = column(alias, name);
    return present ? sql`${own} = ${value}` : sql`(${own} = ${value} or (${own} is null and ${value} is null))`;
  });
  return sql.join([sql`true`, ...conditions], sql` and `);
}

/** The last record not after a moment, or the first not before it. */
function recordQuery(reading: Reading): Sql {
  const { node, object, at } = reading;
  const last = node.name === 'latest';
  const own = sql.id(':record');
  const period = column(':record', 'period');
  const within = at === undefined ? sql`` : sql` and ${period} ${sql.raw(last ? '<=' : '>=')} ${at}`;
  const direction = sql.raw(last ? 'desc' : 'asc');
  const order = recordOrder(reading).map(name => sql`${column(':record', name)} ${direction}`);
  const ordered = order.length === 0 ? sql`` : sql` order by ${sql.join(order)} limit 1`;
  return sql`select ${own}.* from ${sql.id(object.path)} as ${own} where ${keyed(':record', reading)}${within}${ordered}`;
}

/** One order for all records that may answer: what the register keeps unique need not be put in order any further. */
function recordOrder({ register, dimensions }: Reading): string[] {
  if (register.writing === 'recorder') return ['period', 'recorder', 'line'];
  const periodic = register.information?.periodicity !== 'none' ? ['period'] : [];
  return dimensions.size === register.dimensions.length ? periodic : [...periodic, 'id'];
}

/** What is left of each resource; nothing at all is zero. */
function balanceQuery(reading: Reading): Sql {
  const { object, register, at } = reading;
  const constrained = (register.accumulation?.constraints.length ?? 0) > 0;
  if (at === undefined && constrained) {
    return sql`select ${sums(register)} from ${sql.id(`${object.path}:totals`)} as ":part" where ${keyed(':part', reading)}`;
  }
  return sql`select ${sums(register)} from (${sql.join(balanceParts(reading), sql` union all `)}) as ":part"`;
}

function sums({ resources }: Register): Sql {
  return sql.join(resources.map(({ name }) => sql`coalesce(sum(${column(':part', name)}), 0) as ${sql.id(name)}`));
}

/** The latest valid checkpoint, the turnovers of the whole months after it, and the movements of the month of the moment. */
function balanceParts(reading: Reading): Sql[] {
  const { object, at } = reading;
  const month = at === undefined ? undefined : sql`date_trunc('month', ${at})::date`;
  const base = checkpointMonth(reading, month);
  const before = month === undefined ? sql`` : sql` and ":turnover"."month" < ${month}`;
  const checkpoints = sql`select ${resources(reading, ':checkpoint')} from ${sql.id(`${object.path}:checkpoints`)} as ":checkpoint" where ${keyed(':checkpoint', reading)} and ":checkpoint"."month" = ${base}`;
  const turnovers = sql`select ${resources(reading, ':turnover')} from ${sql.id(`${object.path}:turnovers`)} as ":turnover" where ${keyed(':turnover', reading)} and ":turnover"."month" >= coalesce(${base}, '-infinity')${before}`;
  const tail = sql`select ${resources(reading, ':movement')} from ${sql.id(object.path)} as ":movement" where ${keyed(':movement', reading)} and ":movement"."period" >= ${month} and ":movement"."period" < ${at}`;
  return month === undefined ? [checkpoints, turnovers] : [checkpoints, turnovers, tail];
}

function resources({ register }: Reading, alias: string): Sql {
  return sql.join(register.resources.map(({ name }) => column(alias, name)));
}

/** The month of the checkpoint to begin with: every month up to the border has one. Null while there is none at all. */
function checkpointMonth({ object, frame }: Reading, month: Sql | undefined): Sql {
  const id = textSql(object.id, frame.compilation.literals);
  const latest = month === undefined ? sql`"border"` : sql`least("border", ${month})`;
  return sql`(select ${latest} from "_checkpoints" where "register" = ${id} and "border" is not null)`;
}
