import type { Expression, ExpressionType } from '../expressions/expression.ts';
import { booleanType, rowType, valueType } from '../expressions/expression-type.ts';
import type { DocumentSource, RuleSource, SetSource } from '../schemas/sources.ts';
import { optionOf } from './define-attributes.ts';
import type { At, DefineContext } from './define-context.ts';
import { partNamed } from './part-named.ts';
import type { Posting, PostingRule } from './posting.ts';
import { present } from './present.ts';
import type { Register } from './register.ts';
import { register } from './wanted.ts';

/** A rule without `from` is valid since the beginning of the calendar. */
const alwaysFrom = '0001-01-01';

/** Posting rules, versions of one rule in the order of their dates; undefined when the document has none. */
export function definePosting(context: DefineContext, source: DocumentSource): Posting | undefined {
  if (source.posting === undefined) return undefined;
  const rules = Object.entries(source.posting).flatMap(([name, written]) => {
    const path = `${context.path}.posting.${name}`;
    const id = context.id(path, ['posting', name]);
    const versions = Array.isArray(written)
      ? written.map((rule, index) => ({ rule, at: ['posting', name, index] }))
      : [{ rule: written, at: ['posting', name] }];
    const defined = versions.flatMap(({ rule, at }) => defineRule(context, rule, { id, name, path, at, source }) ?? []);
    return succession(defined);
  });
  return { rules };
}

interface RuleOwner {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly at: At;
  readonly source: DocumentSource;
}

function defineRule(context: DefineContext, rule: RuleSource, owner: RuleOwner): PostingRule | undefined {
  const { id, name, path, at } = owner;
  const target = context.reference(rule.register, [...at, 'register'], register);
  const variables = ruleVariables(context, rule, owner);
  if (target === undefined || variables === undefined) return undefined;
  return {
    id,
    name,
    path,
    register: target,
    movement: rule.movement ?? defaultMovement(context.shape(target)?.register),
    ...present({ each: rule.each }),
    ...present({ when: context.expression(rule.when, [...at, 'when'], { path, variables, expected: booleanType }) }),
    set: defineSet(context, rule.set, { path, at: [...at, 'set'], variables, register: target }),
    ...present({ option: optionOf(context, rule.option, at) }),
    from: rule.from ?? alwaysFrom,
  };
}

/** Registers that add up take turnovers, the others take records. */
function defaultMovement(target: Register | undefined): 'turnover' | 'record' {
  return target?.accumulation === undefined ? 'record' : 'turnover';
}

/** What a rule sees: the document, and the line of its section. */
function ruleVariables(
  context: DefineContext,
  { each }: RuleSource,
  { at, source }: RuleOwner,
): Record<string, ExpressionType> | undefined {
  const document = rowType(context.path);
  if (each === undefined) return { document };
  const parts = Object.keys(source.sections ?? {}).map(name => ({ name }));
  const section = partNamed(context, { parts, owner: context.path }, { name: each, at: [...at, 'each'] });
  return section === undefined ? undefined : { document, line: rowType(`${context.path}.${section.name}`) };
}

interface SetOwner {
  readonly path: string;
  readonly at: At;
  readonly variables: Readonly<Record<string, ExpressionType>>;
  readonly register: string;
}

/** What each dimension, resource and attribute of the register receives; the value must be of its type. */
function defineSet(context: DefineContext, source: SetSource, owner: SetOwner): Record<string, Expression> {
  const shape = context.shape(owner.register)?.register;
  if (shape === undefined) return {};
  const parts = [...shape.dimensions, ...shape.resources, ...shape.attributes];
  const set = Object.entries(source).flatMap(([name, written]): [string, Expression][] => {
    const at = [...owner.at, name];
    const field = partNamed(context, { parts, owner: owner.register }, { name, at });
    if (field === undefined) return [];
    const { path, variables } = owner;
    const expression = context.expression(written, at, { path, variables, expected: valueType(field.type) });
    return expression === undefined ? [] : [[name, expression]];
  });
  return Object.fromEntries(set);
}

/** Each version is valid until the next one begins. */
function succession(versions: readonly PostingRule[]): PostingRule[] {
  const ordered = versions.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  return ordered.map((rule, index) => ({ ...rule, ...present({ until: ordered[index + 1]?.from }) }));
}
