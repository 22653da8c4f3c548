import { openImportFile } from '../../exchange/import-file.ts';
import { importRecords } from '../../exchange/import-records.ts';
import { recordFileArgument } from '../argument-readers.ts';
import { exitCodes } from '../exit-codes.ts';
import { problemText } from '../output.ts';
import type { AddCommand } from '../tools.ts';
import { infobaseOption, infobaseOptionText, speaker, withInfobase } from '../with-infobase.ts';

interface Options {
  readonly infobase?: string;
  readonly skipBad?: true;
  readonly dryRun?: true;
}

/** Loads records from a CSV or JSON Lines file. */
export const addImport: AddCommand = (program, tools) => {
  const say = speaker(tools);
  program
    .command('import')
    .description(say('load records from a file (.csv or .jsonl)', 'загрузить записи из файла (.csv или .jsonl)'))
    .argument('<path>', say('metadata path of the object', 'путь объекта метаданных'))
    .argument('<file>', say('the file', 'файл'), recordFileArgument(say))
    .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru))
    .option(
      '--skip-bad',
      say('load the good rows even if some are bad', 'загрузить верные строки, даже если есть ошибочные'),
    )
    .option('--dry-run', say('try everything and keep nothing', 'проверить всё, ничего не сохраняя'))
    .action((path: string, name: string, options: Options) =>
      withInfobase(tools, options.infobase, async session => {
        const file = await openImportFile(name);
        const format = name.endsWith('.jsonl') ? 'jsonl' : 'csv';
        const bad = options.skipBad === true ? 'skip' : 'refuse';
        const result = await importRecords(session, { path, file, format, bad, dryRun: options.dryRun === true });
        const { read, created, updated, badCount } = result;
        const lines = result.bad.map(
          ({ row, column, problem }) => `${row} ${column}: ${problemText(problem, tools.output.language)}`,
        );
        const sum = say(
          `${read} rows read, ${created} records made, ${updated} changed, ${badCount} bad rows`,
          `прочитано строк: ${read}, создано записей: ${created}, изменено: ${updated}, ошибочных строк: ${badCount}`,
        );
        tools.output.print(result, [...lines, sum].join('\n'));
        if (badCount > 0) tools.outcome.code = exitCodes.problems;
      }),
    );
};
