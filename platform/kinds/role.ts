import type { DefineContext } from '../capabilities/define-context.ts';
import type { Expression } from '../expressions/expression.ts';
import { booleanType, rowType, userType } from '../expressions/expression-type.ts';
import schema from '../schemas/role.schema.json' with { type: 'json' };
import type { RoleSource } from '../schemas/sources.ts';
import { kind } from './kind.ts';
import type { MetadataObject, Operation, Role } from './metadata-object.ts';
import { objectHead } from './object-head.ts';

const answers = {
  name: 'role',
  folder: 'roles',
  schema,
  title: { en: 'Role', ru: 'Роль', fa: 'نقش' },
  listTitle: { en: 'Roles', ru: 'Роли', fa: 'نقش‌ها' },
  operations: [],
} as const;

/** What its users may do. */
export const role = kind<RoleSource>({ ...answers, define });

type Grants = Role['rights'][string];
type GrantsSource = NonNullable<RoleSource['rights']>[string];

function define(source: RoleSource, context: DefineContext): MetadataObject {
  const { '*': everywhere, ...named } = source.rights ?? {};
  const general =
    everywhere === undefined
      ? []
      : context.visible().map(object => [object.path, grantsOn(context, object, ['*', everywhere])] as const);
  const special = Object.entries(named).flatMap(([name, grants]) => {
    const path = context.reference(name, ['rights', name]);
    const object = path === undefined ? undefined : context.shape(path);
    return object === undefined ? [] : [[object.path, grantsOn(context, object, [name, grants])] as const];
  });
  // What is said of one object replaces what is said of all.
  const granted = Object.entries({ ...Object.fromEntries(general), ...Object.fromEntries(special) });
  const rights = Object.fromEntries(granted.filter(([, grants]) => Object.keys(grants).length > 0));
  return { ...objectHead(source, context, answers), role: { rights, system: source.system ?? [] } };
}

/** What a role grants on one object, by what is written under its name or under '*'. */
function grantsOn(
  context: DefineContext,
  object: MetadataObject,
  [name, source]: readonly [string, GrantsSource],
): Grants {
  if (typeof source === 'string') return always(object.operations);
  if (Array.isArray(source))
    return always(name === '*' ? source.filter(operation => object.operations.includes(operation)) : source);
  const grants = Object.entries(source).flatMap(([operation, condition]): [string, true | Expression][] => {
    if (condition === true) return [[operation, true]];
    const expression = context.expression(condition, ['rights', name, operation], conditionScope(object, context.path));
    return expression === undefined ? [] : [[operation, expression]];
  });
  return Object.fromEntries(grants);
}

function always(operations: readonly Operation[]): Grants {
  return Object.fromEntries(operations.map(operation => [operation, true]));
}

/** A condition sees the record by the name its kind gives it, and the user. */
function conditionScope(object: MetadataObject, path: string) {
  const subject = object.entity?.subject ?? object.register?.subject ?? 'value';
  return { path, variables: { [subject]: rowType(object.path), user: userType }, expected: booleanType };
}
