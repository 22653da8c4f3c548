import { ProblemError, textIn } from '#platform';
import { loadConfiguration } from '../../loading/load-configuration.ts';
import { recordTypes } from '../record-types.ts';
import type { AddCommand } from '../tools.ts';

/** TypeScript types of a package's records, for scripts and API clients. */
export const addTypes: AddCommand = (program, { output }) => {
  const say = (en: string, ru: string) => textIn({ en, ru }, output.language);
  program
    .command('types')
    .description(
      say('print TypeScript types of the records of a package', 'вывести типы TypeScript для записей пакета'),
    )
    .argument('<package>', say('name of the package', 'имя пакета'))
    .argument('[folders...]', say('where to look for it', 'где его искать'))
    .action(async (name: string, folders: string[]) => {
      const { configuration, problems } = await loadConfiguration({ roots: folders, packages: [name], ids: 'derived' });
      if (configuration === undefined) throw new ProblemError(problems);
      const types = await recordTypes(configuration, name);
      output.print({ package: name, types }, types);
    });
};
