import { addBench } from './commands/bench.ts';
import { addCheck } from './commands/check.ts';
import { addServe } from './commands/serve.ts';
import { addTypes } from './commands/types.ts';
import type { AddCommand } from './tools.ts';

/** Every command, in the order the help shows them. */
export const commands: readonly AddCommand[] = [addServe, addCheck, addTypes, addBench];
