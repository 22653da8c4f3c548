import type { ExpressionType } from '../expressions/expression.ts';
import { userType } from '../expressions/expression-type.ts';
import type { ChecksSource } from '../schemas/sources.ts';
import { defineCheck } from './define-attributes.ts';
import type { DefineContext } from './define-context.ts';
import type { Entity } from './entity.ts';

/** Conditions over a whole record. */
export function defineChecks(
  context: DefineContext,
  source: ChecksSource | undefined,
  variables: Readonly<Record<string, ExpressionType>>,
): Entity['checks'][number][] {
  return Object.entries(source ?? {}).flatMap(([name, written]) => {
    const [path, at] = [`${context.path}.checks.${name}`, ['checks', name]];
    const id = context.id(path, at);
    const check = defineCheck(context, written, { path, at, variables: { ...variables, user: userType } });
    return check === undefined ? [] : { id, name, path, ...check };
  });
}
