import { addBench } from './commands/bench.ts';
import { addCheck } from './commands/check.ts';
import { addConsole } from './commands/console.ts';
import { addDev } from './commands/dev.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addInfobase } from './commands/infobase.ts';
import { addApply, addPlan } from './commands/plan.ts';
import { addRepost } from './commands/repost.ts';
import { addServe } from './commands/serve.ts';
import { addTypes } from './commands/types.ts';
import { addUser } from './commands/user.ts';
import { addVerify } from './commands/verify.ts';
import type { AddCommand } from './tools.ts';

/** Every command, in the order the help shows them. */
export const commands: readonly AddCommand[] = [
  addServe,
  addDev,
  addConsole,
  addCheck,
  addTypes,
  addPlan,
  addApply,
  addInfobase,
  addUser,
  addImport,
  addExport,
  addRepost,
  addVerify,
  addBench,
];
