import { repostDocuments } from '../../posting/repost-documents.ts';
import { dateArgument } from '../argument-readers.ts';
import { exitCodes } from '../exit-codes.ts';
import { problemText } from '../output.ts';
import type { AddCommand } from '../tools.ts';
import { infobaseOption, infobaseOptionText, speaker, withInfobase } from '../with-infobase.ts';

interface Options {
  readonly infobase?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Posts posted documents once more, after a change of rules. */
export const addRepost: AddCommand = (program, tools) => {
  const say = speaker(tools);
  program
    .command('repost')
    .description(say('post documents once more, in the order of their dates', 'перепровести документы в порядке дат'))
    .argument('[path]', say('one document type; without it all', 'один вид документов; без него — все'))
    .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru))
    .option('--from <date>', say('first date', 'первая дата'), dateArgument(say))
    .option('--to <date>', say('date after the last one', 'дата, следующая за последней'), dateArgument(say))
    .action((path: string | undefined, { infobase, from, to }: Options) =>
      withInfobase(tools, infobase, async session => {
        const result = await repostDocuments(session, {
          ...(path === undefined ? {} : { path }),
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          report: ({ done, refused }) =>
            tools.output.note({
              en: `${done} posted, ${refused} refused`,
              ru: `проведено ${done}, отказано ${refused}`,
            }),
        });
        const lines = result.problems.map(problem => problemText(problem, tools.output.language));
        const sum = say(
          `${result.done} posted, ${result.refused} refused`,
          `проведено: ${result.done}, отказано: ${result.refused}`,
        );
        tools.output.print(result, [...lines, sum].join('\n'));
        if (result.refused > 0) tools.outcome.code = exitCodes.problems;
      }),
    );
};
