import { copyInfobase } from '../../infobases/copy-infobase.ts';
import { dropInfobase } from '../../infobases/drop-infobase.ts';
import { listInfobases } from '../../infobases/infobase-register.ts';
import { invitation } from '../invitation.ts';
import { makeInfobase } from '../make-infobase.ts';
import { table } from '../output.ts';
import type { AddCommand } from '../tools.ts';
import { tellConfigurationChanged } from '../watch-configurations.ts';
import { speaker, withInstallation } from '../with-infobase.ts';

/** Infobases: make, copy, drop, list. */
export const addInfobase: AddCommand = (program, tools) => {
  const say = speaker(tools);
  const { print } = tools.output;
  const infobase = program
    .command('infobase')
    .description(say('create, copy, drop and list infobases', 'создать, скопировать, удалить, перечислить инфобазы'));
  infobase
    .command('list')
    .description(say('list infobases', 'перечислить инфобазы'))
    .action(() =>
      withInstallation(tools, async ({ server }) => {
        const all = await listInfobases(server);
        print(
          all,
          table(
            [say('name', 'имя'), say('title', 'название')],
            all.map(one => [one.name, one.title]),
          ),
        );
      }),
    );
  addCreate(infobase, tools);
  infobase
    .command('copy')
    .description(say('copy an infobase with everything in it', 'скопировать инфобазу целиком'))
    .argument('<from>', say('the one to copy', 'какую'))
    .argument('<name>', say('name of the copy', 'имя копии'))
    .option('--title <title>', say('title of the copy', 'название копии'))
    .action((from: string, name: string, { title }: { title?: string }) =>
      withInstallation(tools, async ({ server }) => {
        await copyInfobase(server, { from, name, title: title ?? name });
        print({ name }, say(`${name} is a copy of ${from}.`, `${name} — копия ${from}.`));
      }),
    );
  infobase
    .command('drop')
    .description(say('delete an infobase with everything in it', 'удалить инфобазу со всеми данными'))
    .argument('<name>', say('its name', 'имя'))
    .requiredOption('--confirm <name>', say('the name once more', 'имя ещё раз'))
    .action((name: string, { confirm }: { confirm: string }) =>
      withInstallation(tools, async ({ server }) => {
        await dropInfobase(server, { name, confirm });
        await tellConfigurationChanged(server.control.sql, name);
        print({ name }, say(`${name} is gone.`, `${name} удалена.`));
      }),
    );
};

const addCreate: AddCommand = (infobase, tools) => {
  const say = speaker(tools);
  infobase
    .command('create')
    .description(say('make an infobase of a package', 'создать инфобазу из пакета'))
    .argument('<name>', say('its name', 'имя'))
    .argument('<package>', say('the package', 'пакет'))
    .argument('[folders...]', say('where the package lies', 'где лежит пакет'))
    .option('--title <title>', say('its title', 'название'))
    .option(
      '--demo',
      say(
        'with the demonstration data of the package; passwords are the logins',
        'с демонстрационными данными; пароли совпадают с именами',
      ),
    )
    .action((name: string, of: string, roots: string[], { title, demo }: { title?: string; demo?: true }) =>
      withInstallation(tools, async installation => {
        await makeInfobase(installation, {
          name,
          package: of,
          roots,
          ids: roots.length > 0 ? 'derived' : 'declared',
          ...(title === undefined ? {} : { title }),
          ...(demo === undefined ? {} : { demo: { passwordOf: (login: string) => login } }),
        });
        const { output, settings } = tools;
        const at = settings.origin ?? `http://${settings.host}:${settings.port}`;
        const invited = demo === undefined ? await invitation(installation, { output, at }, name) : [];
        const told = say(`Infobase ${name} is there.`, `Инфобаза ${name} создана.`);
        output.print({ name }, [told, ...invited].join('\n'));
      }),
    );
};
