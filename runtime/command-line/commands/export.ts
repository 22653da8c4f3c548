import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportRecords } from '../../exchange/export-records.ts';
import { recordFileArgument } from '../argument-readers.ts';
import type { AddCommand } from '../tools.ts';
import { infobaseOption, infobaseOptionText, speaker, withInfobase } from '../with-infobase.ts';

interface Options {
  readonly infobase?: string;
  readonly filter?: string;
  readonly section?: string;
  readonly plain?: true;
}

/** Writes records into a CSV or JSON Lines file. */
export const addExport: AddCommand = (program, tools) => {
  const say = speaker(tools);
  program
    .command('export')
    .description(say('write records into a file (.csv or .jsonl)', 'выгрузить записи в файл (.csv или .jsonl)'))
    .argument('<path>', say('metadata path of the object', 'путь объекта метаданных'))
    .argument('<file>', say('the file', 'файл'), recordFileArgument(say))
    .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru))
    .option('--filter <expression>', say('only records it is true for', 'только записи, для которых оно истинно'))
    .option('--section <name>', say('CSV: the lines of a tabular section', 'CSV: строки табличной части'))
    .option('--plain', say('CSV: do not guard against formulas', 'CSV: без защиты от формул'))
    .action((path: string, file: string, options: Options) =>
      withInfobase(tools, options.infobase, async session => {
        const { filter, section, plain } = options;
        const content = await exportRecords(session, {
          path,
          format: file.endsWith('.jsonl') ? 'jsonl' : 'csv',
          formulas: plain === true ? 'plain' : 'guarded',
          ...(filter === undefined ? {} : { filter }),
          ...(section === undefined ? {} : { section }),
        });
        await pipeline(Readable.from(content), createWriteStream(file));
        tools.output.print({ path, file }, say(`${path} is in ${file}`, `${path} выгружен в ${file}`));
      }),
    );
};
