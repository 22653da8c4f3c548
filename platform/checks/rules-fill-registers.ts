import type { PostingRule } from '../capabilities/posting.ts';
import type { Configuration } from '../packages/configuration.ts';
import type { Problem } from '../problems/problem.ts';
import { ownAttributes } from './attribute-places.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { postingRules } from './posting-rules.ts';
import { problemOf } from './problem-of.ts';

/** Every rule sets all dimensions and resources and the required attributes of its register. */
export const rulesFillRegisters: ConfigurationCheck = (configuration, context) =>
  postingRules(configuration).flatMap(({ rule }) => [
    ...unset(rule, configuration, context),
    ...emptied(rule, configuration, context),
  ]);

function unset(rule: PostingRule, { objects }: Configuration, context: CheckContext): Problem[] {
  const { dimensions = [], resources = [], attributes = [] } = objects[rule.register]?.register ?? {};
  return [...dimensions, ...resources, ...attributes.filter(({ required }) => required)]
    .filter(({ name }) => rule.set[name] === undefined)
    .map(({ name }) =>
      problemOf(context, rule.path, { code: 'column-not-set', parameters: { column: name, register: rule.register } }),
    );
}

function emptied(rule: PostingRule, { objects }: Configuration, context: CheckContext): Problem[] {
  const register = objects[rule.register];
  const columns = register === undefined ? [] : ownAttributes(register);
  return columns
    .filter(({ name, required }) => required && isNull(rule.set[name]?.root))
    .map(({ name }) =>
      problemOf(context, rule.path, {
        code: 'required-set-to-null',
        parameters: { column: name, register: rule.register },
      }),
    );
}

function isNull(node: PostingRule['set'][string]['root'] | undefined): boolean {
  return node?.op === 'literal' && node.value === null;
}
