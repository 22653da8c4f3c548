import type { Configuration } from '../packages/configuration.ts';
import type { Problem } from '../problems/problem.ts';
import { computedOrEntered } from './computed-or-entered.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { constantsAcyclic } from './constants-acyclic.ts';
import { constraintsOnBalances } from './constraints-on-balances.ts';
import { decimalsKept } from './decimals-kept.ts';
import { fillFromPossible } from './fill-from-possible.ts';
import { formulasAcyclic } from './formulas-acyclic.ts';
import { idsUnique } from './ids-unique.ts';
import { namesDistinct } from './names-distinct.ts';
import { namesUsable } from './names-usable.ts';
import { numberingPossible } from './numbering-possible.ts';
import { optionsAcyclic } from './options-acyclic.ts';
import { ownersAcyclic } from './owners-acyclic.ts';
import { predefinedSound } from './predefined-sound.ts';
import { registersSound } from './registers-sound.ts';
import { requiredEnterable } from './required-enterable.ts';
import { rightsExist } from './rights-exist.ts';
import { ruleVersionsFollow } from './rule-versions-follow.ts';
import { rulesFillRegisters } from './rules-fill-registers.ts';
import { rulesSuitRegisters } from './rules-suit-registers.ts';
import { shownAttributesKnown } from './shown-attributes-known.ts';
import { subsystemsComplete } from './subsystems-complete.ts';
import { textsComplete } from './texts-complete.ts';

/** Every rule of a configuration, in the order its problems are reported. */
const checks: readonly ConfigurationCheck[] = Object.freeze([
  namesUsable,
  namesDistinct,
  idsUnique,
  textsComplete,
  computedOrEntered,
  formulasAcyclic,
  requiredEnterable,
  decimalsKept,
  numberingPossible,
  ownersAcyclic,
  shownAttributesKnown,
  predefinedSound,
  fillFromPossible,
  registersSound,
  constraintsOnBalances,
  rulesSuitRegisters,
  rulesFillRegisters,
  ruleVersionsFollow,
  optionsAcyclic,
  constantsAcyclic,
  subsystemsComplete,
  rightsExist,
]);

/** All problems that the rules find in a configuration whose names, types and expressions are already resolved. */
export function checkConfiguration(configuration: Configuration, context: CheckContext): Problem[] {
  return checks.flatMap(check => check(configuration, context));
}
