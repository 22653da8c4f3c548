import type { PostingRule } from '../capabilities/posting.ts';
import type { Register } from '../capabilities/register.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { postingRules } from './posting-rules.ts';
import { problemOf } from './problem-of.ts';

/** A rule writes only the movements that its register understands. */
export const rulesSuitRegisters: ConfigurationCheck = (configuration, context) =>
  postingRules(configuration).flatMap(({ rule }) => {
    const register = configuration.objects[rule.register]?.register;
    if (register === undefined) return [];
    const allowed = movementsOf(register);
    if (allowed.includes(rule.movement)) return [];
    return [
      problemOf(context, rule.path, {
        code: 'movement-not-of-register',
        parameters: { register: rule.register, found: rule.movement, allowed: allowed.join(', ') },
      }),
    ];
  });

function movementsOf({ accumulation }: Register): readonly PostingRule['movement'][] {
  if (accumulation === undefined) return ['record'];
  return movementsByAccumulation[accumulation.of];
}

const movementsByAccumulation = { balance: ['receipt', 'expense'], turnover: ['turnover'] } as const;
