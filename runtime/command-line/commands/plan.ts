import { type Configuration, ProblemError } from '#platform';
import { planUpgrade, upgradeInfobase } from '../../infobases/upgrade-infobase.ts';
import { loadConfiguration } from '../../loading/load-configuration.ts';
import type { Session } from '../../session/session.ts';
import { lossOf, type MigrationPlan } from '../../storage/migration/migration-plan.ts';
import { table } from '../output.ts';
import type { AddCommand, Tools } from '../tools.ts';
import { tellConfigurationChanged } from '../watch-configurations.ts';
import { infobaseOption, infobaseOptionText, speaker, withInfobase } from '../with-infobase.ts';

interface Options {
  readonly infobase?: string;
  readonly sql?: true;
  readonly consent?: readonly string[];
}

/** What installing the packages on disk in an infobase would change. */
export const addPlan: AddCommand = (program, tools) => {
  const say = speaker(tools);
  program
    .command('plan')
    .description(
      say('show what installing the packages on disk would change', 'показать, что изменит установка пакетов с диска'),
    )
    .argument(
      '[folders...]',
      say('where the packages lie; without them the shipped ones', 'где лежат пакеты; без них — поставляемые'),
    )
    .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru))
    .option('--sql', say('print the statements too', 'вывести и операторы SQL'))
    .action((folders: string[], options: Options) =>
      withInfobase(tools, options.infobase, async session => {
        const plan = await planUpgrade(session.database, await sources(session, folders));
        show(plan, tools, options.sql === true);
      }),
    );
};

/** Installs the packages on disk in an infobase, in one transaction. */
export const addApply: AddCommand = (program, tools) => {
  const say = speaker(tools);
  program
    .command('apply')
    .description(
      say('install the packages on disk, in one transaction', 'установить пакеты с диска в одной транзакции'),
    )
    .argument(
      '[folders...]',
      say('where the packages lie; without them the shipped ones', 'где лежат пакеты; без них — поставляемые'),
    )
    .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru))
    .option(
      '--consent <paths...>',
      say('metadata paths whose data may be lost', 'пути метаданных, данные которых можно потерять'),
    )
    .action((folders: string[], options: Options) =>
      withInfobase(tools, options.infobase, async (session, installation) => {
        const plan = await planUpgrade(session.database, await sources(session, folders));
        show(plan, tools, false);
        if (plan.steps.length === 0 && plan.from === plan.to.hash) return;
        await upgradeInfobase(session.database, { plan, consent: options.consent ?? [] });
        await tellConfigurationChanged(installation.server.control.sql, session.infobase.name);
        tools.output.note({ en: 'Installed.', ru: 'Установлено.' });
      }),
    );
};

/** The packages that the infobase has, as they are on disk now. */
async function sources({ infobase }: Session, roots: readonly string[]): Promise<Configuration> {
  const packages = infobase.configuration.packages.map(one => one.name);
  const loaded = await loadConfiguration({ roots, packages, ids: roots.length > 0 ? 'derived' : 'declared' });
  if (loaded.configuration === undefined) throw new ProblemError(loaded.problems);
  return loaded.configuration;
}

function show(plan: MigrationPlan, tools: Tools, withSql: boolean): void {
  const say = speaker(tools);
  const steps = plan.steps.map(step => ({ ...step, loss: lossOf(step) }));
  const rows = steps.map(step => [step.change, step.path, step.before ?? '', String(step.rows), String(step.loss)]);
  const headings = [
    say('change', 'изменение'),
    say('path', 'путь'),
    say('before', 'прежде'),
    say('rows', 'строк'),
    say('lost', 'потери'),
  ];
  const text =
    rows.length === 0 ? say('Nothing changes in the tables.', 'В таблицах ничего не меняется.') : table(headings, rows);
  const sql = withSql ? plan.statements : [];
  tools.output.print({ steps, seconds: plan.seconds, ...(withSql ? { sql } : {}) }, [text, ...sql].join('\n'));
}
