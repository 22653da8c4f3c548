import type { Expression, ExpressionType } from '../expressions/expression.ts';
import { dateTimeType, rowType, userType, valueType } from '../expressions/expression-type.ts';
import type { FillFromSource, SetSource } from '../schemas/sources.ts';
import type { DataType } from '../types/data-type.ts';
import type { Attribute } from './attribute.ts';
import type { At, DefineContext } from './define-context.ts';
import type { FillFrom } from './entity.ts';
import { partNamed } from './part-named.ts';
import type { Section } from './section.ts';
import { entity } from './wanted.ts';

/** What a new record takes over: its own attributes and sections, which the definitions of `fillFrom` write into. */
export interface FillTarget {
  readonly attributes: readonly Attribute[];
  readonly sections: readonly Section[];
}

type LongForm = Exclude<FillFromSource[number], string>;

/** "Create based on" definitions; their expressions see the basis as `basis` and, in sections, its lines as `line`. */
export function defineFillFrom(
  context: DefineContext,
  source: FillFromSource | undefined,
  target: FillTarget,
): FillFrom[] {
  return (source ?? []).flatMap((written, index) => {
    const at = ['fillFrom', index];
    const path = context.reference(typeof written === 'string' ? written : written.source, at, entity);
    const basis = path === undefined ? undefined : context.shape(path)?.entity;
    if (path === undefined || basis === undefined) return [];
    const long = typeof written === 'string' ? carriedOver(path, basis, target) : written;
    return defineLong(context, long, { path, basis, target, at });
  });
}

interface FillOwner {
  readonly path: string;
  readonly basis: FillTarget;
  readonly target: FillTarget;
  readonly at: At;
}

function defineLong(context: DefineContext, source: LongForm, { path, basis, target, at }: FillOwner): FillFrom {
  const variables = { basis: rowType(path), user: userType, now: dateTimeType };
  const parts = Object.entries(source.sections ?? {}).flatMap(([name, { each, set }]) => {
    const section = partNamed(
      context,
      { parts: target.sections, owner: context.path },
      { name, at: [...at, 'sections', name] },
    );
    const from = partNamed(
      context,
      { parts: basis.sections, owner: path },
      { name: each, at: [...at, 'sections', name, 'each'] },
    );
    if (section === undefined || from === undefined) return [];
    const seen = { ...variables, line: rowType(from.path) };
    const owner = { attributes: section.attributes, at: [...at, 'sections', name, 'set'], variables: seen };
    return [[name, { each, set: defineSet(context, set, owner) }] as const];
  });
  const owner = { attributes: target.attributes, at: [...at, 'set'], variables };
  const set = defineSet(context, source.set ?? {}, owner);
  return { source: path, set, sections: Object.fromEntries(parts) };
}

interface SetOwner {
  readonly attributes: readonly Attribute[];
  readonly at: At;
  readonly variables: Readonly<Record<string, ExpressionType>>;
}

function defineSet(
  context: DefineContext,
  source: SetSource,
  { attributes, at, variables }: SetOwner,
): Record<string, Expression> {
  const set = Object.entries(source).flatMap(([name, written]): [string, Expression][] => {
    const attribute = partNamed(context, { parts: attributes, owner: context.path }, { name, at: [...at, name] });
    if (attribute === undefined) return [];
    const scope = { path: attribute.path, variables, expected: valueType(attribute.type) };
    const expression = context.expression(written, [...at, name], scope);
    return expression === undefined ? [] : [[name, expression]];
  });
  return Object.fromEntries(set);
}

/**
 * The short form written out: same-named attributes and sections whose types agree are carried over, and the basis itself
 * goes into the one attribute that is made to point to it.
 */
function carriedOver(path: string, basis: FillTarget, target: FillTarget): LongForm {
  const set = sameNamed(basis.attributes, target.attributes, 'basis');
  const pointers = target.attributes.filter(
    ({ standard, type }) => !standard && type.targets?.length === 1 && type.targets[0] === path,
  );
  const [pointer] = pointers;
  if (pointer !== undefined && pointers.length === 1) set[pointer.name] = 'basis';
  const sections = target.sections.flatMap(section => {
    const from = basis.sections.find(({ name }) => name === section.name);
    return from === undefined
      ? []
      : [[section.name, { each: section.name, set: sameNamed(from.attributes, section.attributes, 'line') }] as const];
  });
  return { source: path, set, sections: Object.fromEntries(sections) };
}

function sameNamed(from: readonly Attribute[], to: readonly Attribute[], variable: string): Record<string, string> {
  const given = new Map(from.map(attribute => [attribute.name, attribute]));
  const carried = to.filter(attribute => {
    const source = given.get(attribute.name);
    return source !== undefined && isCarried(attribute) && agree(source.type, attribute.type);
  });
  return Object.fromEntries(carried.map(({ name }) => [name, `${variable}.${name}`]));
}

/** Numbers, dates and marks of a record are its own; computed values come about by themselves. */
function isCarried(attribute: Attribute): boolean {
  return !attribute.standard && !attribute.readOnly;
}

/** Whether every value of one type is a value of the other as it is. */
function agree(from: DataType, to: DataType): boolean {
  const targets = to.targets;
  if (from.storage !== to.storage || (from.scale ?? 0) > (to.scale ?? 0)) return false;
  if ((from.precision ?? 0) - (from.scale ?? 0) > (to.precision ?? 0) - (to.scale ?? 0)) return false;
  if (to.length !== undefined && (from.length === undefined || from.length > to.length)) return false;
  return targets === undefined || (from.targets ?? []).every(target => targets.includes(target));
}
