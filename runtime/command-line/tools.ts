import type { Command } from 'commander';
import type { Logger } from 'pino';
import type { Clock, Random } from '../session/session.ts';
import type { Output } from './output.ts';
import type { Settings } from './settings.ts';

/** What the composition root hands to every command. */
export interface Tools {
  readonly settings: Settings;
  readonly log: Logger;
  readonly clock: Clock;
  readonly random: Random;
  readonly output: Output;
  /** What the process will end with. */
  readonly outcome: { code: number };
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, tools: Tools) => void;
