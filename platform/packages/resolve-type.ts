import type { At, DefineContext, TypeDeclaration } from '../capabilities/define-context.ts';
import { kinds } from '../kinds/kinds.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Text } from '../text.ts';
import type { DataType } from '../types/data-type.ts';
import type { TypeParameter } from '../types/value-type.ts';
import { valueTypeNamed, valueTypes } from '../types/value-types.ts';
import type { IndexedObject } from './assembly-index.ts';

/** What the resolution of a type asks of the object it is written in. */
export interface TypeAsks extends Pick<DefineContext, 'report'> {
  /** The object that a name means; a name that means none is reported. */
  readonly find: (name: string, at: At) => IndexedObject | undefined;
  /** Names of objects that may be named here, for "did you mean". */
  readonly names: () => readonly string[];
}

/** The type that is written at a place of an object's file; undefined, and reported, when it names nothing that can be one. */
export function resolveType(source: TypeDeclaration, at: At, asks: TypeAsks): DataType | undefined {
  const { type: written, ...parameters } = source;
  const type = typeof written === 'string' ? single(written, at, asks) : several(written, at, asks);
  return type === undefined ? undefined : parameterised({ type, parameters }, at, asks);
}

/** A value type by its own name, or a catalog, document or enumeration by its object's. */
function single(name: string, at: At, asks: TypeAsks): DataType | undefined {
  const own = valueTypeNamed(name);
  if (own?.named === 'itself') return own.resolve({});
  if (!/^[a-z][A-Za-z]*$/.test(name)) return pointing({ name }, at, asks);
  const known = [...valueTypes.filter(type => type.named === 'itself').map(type => type.name), ...asks.names()];
  asks.report('reference-unknown', at, { name, didYouMean: didYouMean(name, known) });
  return undefined;
}

/** The type of values that point to any of several objects. */
function several(names: readonly string[], at: At, asks: TypeAsks): DataType | undefined {
  const type = valueTypes.find(type => type.named === 'byTargets');
  const targets = names.flatMap((name, index) => {
    const wanted = { name, member: type?.member };
    return pointing(wanted, [...at, index], asks)?.targets ?? [];
  });
  return targets.length === names.length ? type?.resolve({ targets }) : undefined;
}

interface Pointing {
  readonly name: string;
  /** The only value type that will do, if not any. */
  readonly member?: string | undefined;
}

/** The type of values that name an object of the kind; some kinds have none. */
function pointing({ name, member }: Pointing, at: At, asks: TypeAsks): DataType | undefined {
  const found = asks.find(name, at);
  if (found === undefined) return undefined;
  const { kind } = found.source;
  const suits = (valueType: string | undefined) => valueType !== undefined && (member ?? valueType) === valueType;
  if (suits(kind.valueType)) return valueTypeNamed(kind.valueType ?? '')?.resolve({ targets: [found.path] });
  const wanted = listed(kinds.filter(kind => suits(kind.valueType)).map(kind => kind.title));
  asks.report('reference-unsuitable', at, { name, kind: kind.title, wanted });
  return undefined;
}

/** Titles of kinds as one text: 'Catalog, Document'. */
function listed(titles: readonly Text[]): Text {
  return { en: titles.map(title => title.en).join(', '), ru: titles.map(title => title.ru ?? title.en).join(', ') };
}

const typeParameters: readonly TypeParameter[] = ['length', 'precision', 'scale'];

interface Parameterised {
  readonly type: DataType;
  readonly parameters: Omit<TypeDeclaration, 'type'>;
}

/** The type with the parameters that are given beside it; those it does not take are reported. */
function parameterised({ type, parameters }: Parameterised, at: At, asks: TypeAsks): DataType {
  const given = typeParameters.flatMap(name =>
    parameters[name] === undefined ? [] : [[name, parameters[name]] as const],
  );
  const owner = valueTypeNamed(type.name);
  if (given.length === 0 || owner === undefined) return type;
  const base = at.at(-1) === 'type' ? at.slice(0, -1) : at;
  for (const [name] of given) {
    if (owner.parameters.includes(name)) continue;
    const taking = valueTypes.filter(other => other.parameters.includes(name)).map(other => other.name);
    const problem = { type: type.name, parameter: name, allowed: taking.join(', ') };
    asks.report('type-parameter-unsuitable', [...base, name], problem);
  }
  const resolved = owner.resolve({ ...Object.fromEntries(given), targets: type.targets ?? [] });
  const { precision = 0, scale = 0 } = resolved;
  if (scale > precision) asks.report('type-scale-too-large', base, { precision, scale });
  return resolved;
}
