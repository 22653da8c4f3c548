import type { DefineContext } from '../capabilities/define-context.ts';
import { present } from '../capabilities/present.ts';
import type { Constraint } from '../capabilities/register.ts';
import { booleanType, rowType } from '../expressions/expression-type.ts';
import schema from '../schemas/accumulation-register.schema.json' with { type: 'json' };
import type { AccumulationRegisterSource } from '../schemas/sources.ts';
import { kind } from './kind.ts';
import type { MetadataObject } from './metadata-object.ts';
import { objectHead } from './object-head.ts';
import { registerParts } from './register-parts.ts';

const answers = {
  name: 'accumulationRegister',
  folder: 'accumulation-registers',
  schema,
  title: { en: 'Accumulation register', ru: 'Регистр накопления', fa: 'ثبت انباشت' },
  listTitle: { en: 'Accumulation registers', ru: 'Регистры накопления', fa: 'ثبت‌های انباشت' },
  operations: ['read'],
} as const;

/** Movements that add up: what came, what went, what is left. */
export const accumulationRegister = kind<AccumulationRegisterSource>({ ...answers, define });

function define(source: AccumulationRegisterSource, context: DefineContext): MetadataObject {
  const constraints = defineConstraints(source, context);
  const register = {
    ...registerParts(context, source),
    writing: 'recorder',
    recorders: [],
    accumulation: { of: source.of, constraints },
  } as const;
  return { ...objectHead(source, context, answers), register };
}

/** Conditions on what is left after a posting; they see the register's row as `balance`. */
function defineConstraints({ constraints }: AccumulationRegisterSource, context: DefineContext): Constraint[] {
  return Object.entries(constraints ?? {}).flatMap(([name, written]) => {
    const [path, at] = [`${context.path}.constraints.${name}`, ['constraints', name]];
    const id = context.id(path, at);
    const long = typeof written === 'string' ? { check: written } : written;
    const scope = { path, variables: { balance: rowType(context.path) }, expected: booleanType };
    const expression = context.expression(long.check, typeof written === 'string' ? at : [...at, 'check'], scope);
    return expression === undefined ? [] : { id, name, path, expression, ...present({ message: long.message }) };
  });
}
