import { textIn } from '#platform';
import { loadConfiguration } from '../../loading/load-configuration.ts';
import { exitCodes } from '../exit-codes.ts';
import type { AddCommand } from '../tools.ts';

/** Everything that is wrong with packages, with file, line and column. */
export const addCheck: AddCommand = (program, { output, outcome }) => {
  const say = (en: string, ru: string) => textIn({ en, ru }, output.language);
  program
    .command('check')
    .description(say('check the metadata of packages', 'проверить метаданные пакетов'))
    .argument(
      '[folders...]',
      say('folders of packages; without them all that ship', 'папки пакетов; без них — все поставляемые'),
    )
    .option(
      '--write-ids',
      say('give ids to new parts and write ids.yaml', 'присвоить идентификаторы новым частям и записать ids.yaml'),
    )
    .action(async (folders: string[], options: { writeIds?: true }) => {
      const ids = options.writeIds === true ? 'written' : 'declared';
      const { configuration, problems } = await loadConfiguration({ roots: folders, ids });
      output.problems(problems);
      const packages = configuration?.packages.length ?? 0;
      const objects = Object.keys(configuration?.objects ?? {}).length;
      const summary = { packages, objects, problems: problems.length };
      output.print(
        summary,
        say(
          `packages: ${packages}, objects: ${objects}, problems: ${problems.length}`,
          `пакетов: ${packages}, объектов: ${objects}, проблем: ${problems.length}`,
        ),
      );
      if (problems.length > 0) outcome.code = exitCodes.problems;
    });
};
