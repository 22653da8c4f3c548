import { verifyRegisters } from '../../registers/verify-registers.ts';
import { exitCodes } from '../exit-codes.ts';
import type { AddCommand } from '../tools.ts';
import { infobaseOption, infobaseOptionText, speaker, withInfobase } from '../with-infobase.ts';

/** Recomputes totals, turnovers and checkpoints from movements and tells every difference: there must be none. */
export const addVerify: AddCommand = (program, tools) => {
  const say = speaker(tools);
  program
    .command('verify')
    .description(
      say(
        'recompute totals from movements and tell the differences',
        'пересчитать итоги по движениям и показать расхождения',
      ),
    )
    .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru))
    .action((options: { infobase?: string }) =>
      withInfobase(tools, options.infobase, async ({ database, infobase }) => {
        const differences = await verifyRegisters(database, infobase.configuration);
        const lines = differences.map(
          one =>
            `${one.table} ${JSON.stringify(one.key)}: ${JSON.stringify(one.stored)} ≠ ${JSON.stringify(one.expected)}`,
        );
        const sum = say(`${differences.length} differences`, `расхождений: ${differences.length}`);
        tools.output.print({ differences }, [...lines, sum].join('\n'));
        if (differences.length > 0) tools.outcome.code = exitCodes.problems;
      }),
    );
};
