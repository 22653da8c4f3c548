import type { ExpressionType } from '../expressions/expression.ts';
import { booleanType, dateTimeType, userType, valueType } from '../expressions/expression-type.ts';
import type { AttributeSource, AttributesSource, CheckSource } from '../schemas/sources.ts';
import type { DataType } from '../types/data-type.ts';
import type { Attribute, Check } from './attribute.ts';
import type { At, DefineContext, LongAttributeSource } from './define-context.ts';
import { present } from './present.ts';
import { functionalOption } from './wanted.ts';

/** Where attributes stand: in an object, in a section of it, among the dimensions of a register. */
export interface AttributeOwner {
  /** Metadata path that the names of the attributes are appended to. */
  readonly path: string;
  readonly at: At;
  /** What the expressions of the attributes see: the record, and the line. */
  readonly variables: Readonly<Record<string, ExpressionType>>;
}

/** Attributes in the order they are written; one whose type is not known is left out. */
export function defineAttributes(
  context: DefineContext,
  source: AttributesSource | undefined,
  owner: AttributeOwner,
): Attribute[] {
  return Object.entries(source ?? {}).flatMap(entry => defineAttribute(context, entry, owner) ?? []);
}

function defineAttribute(
  context: DefineContext,
  [name, written]: readonly [string, AttributeSource],
  owner: AttributeOwner,
): Attribute | undefined {
  const source = longForm(written);
  const [path, at] = [`${owner.path}.${name}`, [...owner.at, name]];
  const id = context.id(path, at);
  const type = context.type(source, source === written ? [...at, 'type'] : at);
  if (type === undefined) return undefined;
  return {
    id,
    name,
    path,
    title: context.title(name, source.title),
    ...present({ description: source.description }),
    type,
    standard: false,
    required: source.required ?? false,
    readOnly: source.formula !== undefined,
    unique: source.unique ?? false,
    ...attributeExpressions(context, source, { ...owner, path, at, type }),
    ...present({ multiline: source.multiline, option: optionOf(context, source.option, at) }),
  };
}

/** The short form `quantity: money` says the type alone. */
function longForm(source: AttributeSource): LongAttributeSource {
  return typeof source === 'string' || Array.isArray(source) ? { type: source } : source;
}

/** The path of the functional option that is named under `option`, if any. */
export function optionOf(context: DefineContext, name: string | undefined, at: At): string | undefined {
  return name === undefined ? undefined : context.reference(name, [...at, 'option'], functionalOption);
}

type ExpressionsSource = Pick<LongAttributeSource, 'default' | 'formula' | 'check' | 'choose' | 'visible'>;

/** The expressions an attribute may carry, each with what it sees. A formula sees the record alone, so that it can be recomputed. */
export function attributeExpressions(
  context: DefineContext,
  source: ExpressionsSource,
  owner: AttributeOwner & { readonly type: DataType },
) {
  const { path, at, variables, type } = owner;
  const own = valueType(type);
  const seen = { ...variables, user: userType };
  const define = (
    key: keyof ExpressionsSource & ('default' | 'formula' | 'choose' | 'visible'),
    names: typeof seen | typeof variables,
    expected: ExpressionType,
  ) => context.expression(source[key], [...at, key], { path, variables: names, expected });
  return present({
    default: define('default', { ...seen, now: dateTimeType }, own),
    formula: define('formula', variables, own),
    check: defineCheck(context, source.check, { path, at: [...at, 'check'], variables: seen }),
    choose: define('choose', { ...seen, value: own }, booleanType),
    visible: define('visible', seen, booleanType),
  });
}

/** A condition in its short form (the expression) or its long one (with a message). */
export function defineCheck(
  context: DefineContext,
  source: CheckSource | undefined,
  owner: AttributeOwner,
): Check | undefined {
  if (source === undefined) return undefined;
  const long = typeof source === 'string' ? { expression: source } : source;
  const at = typeof source === 'string' ? owner.at : [...owner.at, 'expression'];
  const expression = context.expression(long.expression, at, {
    path: owner.path,
    variables: owner.variables,
    expected: booleanType,
  });
  return expression === undefined ? undefined : { expression, ...present({ message: long.message }) };
}
