import { accumulationRegister } from './accumulation-register.ts';
import { catalog } from './catalog.ts';
import { constant } from './constant.ts';
import { document } from './document.ts';
import { enumeration } from './enumeration.ts';
import { functionalOption } from './functional-option.ts';
import { informationRegister } from './information-register.ts';
import type { Kind } from './kind.ts';
import { role } from './role.ts';
import { subsystem } from './subsystem.ts';

/** Every kind of metadata, in the order a configuration lists its objects. */
export const kinds: readonly Kind[] = Object.freeze([
  functionalOption,
  enumeration,
  constant,
  catalog,
  document,
  informationRegister,
  accumulationRegister,
  subsystem,
  role,
]);
