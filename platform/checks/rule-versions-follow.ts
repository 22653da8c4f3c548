import type { PostingRule } from '../capabilities/posting.ts';
import type { Problem } from '../problems/problem.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** Versions of a rule follow one another: each begins on a later day than the one before, which ends there. */
export const ruleVersionsFollow: ConfigurationCheck = (configuration, context) =>
  Object.values(configuration.objects).flatMap(({ posting }) => {
    const versions = Object.values(Object.groupBy(posting?.rules ?? [], ({ id }) => id));
    return versions.flatMap(rules => overlaps(rules ?? [], context));
  });

function overlaps(rules: readonly PostingRule[], context: CheckContext): Problem[] {
  return rules.flatMap((rule, index) => {
    const before = rules[index - 1];
    if (before === undefined || (rule.from > before.from && (before.until ?? '9999') <= rule.from)) return [];
    const parameters = { found: rule.from, before: before.from };
    return [problemOf(context, rule.path, { code: 'rule-versions-overlap', parameters })];
  });
}
