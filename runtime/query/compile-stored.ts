import { sql } from 'kysely';
import type { Attribute, MetadataObject, StoredNode } from '#platform';
import type { Frame, Sql } from './expression-frame.ts';
import { sqlTypes, textSql } from './expression-literal.ts';

/** A constant's value, or whether an option is on: a subquery that PostgreSQL runs once per statement. */
export function compileStored(node: StoredNode, frame: Frame): Sql {
  const object = frame.compilation.lookup.object(node.path);
  if (object === undefined) throw new Error(`«${node.path}» is in no configuration that is installed.`);
  const { functionalOption, constant } = object;
  if (functionalOption !== undefined) {
    const state = sql`(select "is_on" from "_options" where "object" = ${idOf(object, frame)})`;
    return sql`coalesce(${state}, ${sql.raw(String(functionalOption.default))})`;
  }
  if (constant === undefined) throw new Error(`«${node.path}» is neither a constant nor an option.`);
  const initially = constant.default && frame.compilation.compile(constant.default.root, outermost(frame));
  return constantOr({ object, frame, value: jsonValue(constant), initially });
}

/** The permanent id of the object that a constant's composite value points to. Its JSON names the object by path. */
export function storedTarget(node: StoredNode, frame: Frame): Sql {
  const object = frame.compilation.lookup.object(node.path);
  if (object?.constant === undefined) throw new Error(`«${node.path}» is not a constant.`);
  const { type, default: given } = object.constant;
  const cases = (type.targets ?? []).map(path => {
    const { literals, lookup } = frame.compilation;
    return sql`when ${textSql(path, literals)} then ${textSql(lookup.object(path)?.id ?? path, literals)}`;
  });
  const initially = given && frame.compilation.target(given.root, outermost(frame));
  return constantOr({ object, frame, value: sql`case "value" ->> 'type' ${sql.join(cases, sql` `)} end`, initially });
}

function constantOr({
  object,
  frame,
  value,
  initially,
}: {
  readonly object: MetadataObject;
  readonly frame: Frame;
  readonly value: Sql;
  readonly initially: Sql | undefined;
}): Sql {
  const stored = sql`from "_constants" where "object" = ${idOf(object, frame)}`;
  const found = sql`(select ${value} ${stored})`;
  return initially === undefined
    ? found
    : sql`(case when exists (select ${stored}) then ${found} else ${initially} end)`;
}

function jsonValue({ type }: Attribute): Sql {
  const cast = sql.raw(`::${sqlTypes[type.storage]}`);
  if (type.storage === 'composite') return sql`("value" ->> 'id')${cast}`;
  return type.storage === 'month' ? sql`("value" #>> '{}' || '-01')${cast}` : sql`("value" #>> '{}')${cast}`;
}

function idOf(object: MetadataObject, frame: Frame): Sql {
  return textSql(object.id, frame.compilation.literals);
}

function outermost(frame: Frame): Frame {
  return frame.parent === undefined ? frame : outermost(frame.parent);
}
