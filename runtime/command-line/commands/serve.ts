import { textIn } from '#platform';
import { listInfobases } from '../../infobases/infobase-register.ts';
import { newToken } from '../../session/session-token.ts';
import { buildStudio } from '../build-studio.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { invitation } from '../invitation.ts';
import { makeInfobase } from '../make-infobase.ts';
import { startServer } from '../start-server.ts';
import type { AddCommand, Tools } from '../tools.ts';
import { untilStopped } from '../until-stopped.ts';

/** The server. Its first start makes an infobase with a demo company. */
export const addServe: AddCommand = (program, tools) => {
  const say = (en: string, ru: string) => textIn({ en, ru }, tools.output.language);
  program
    .command('serve')
    .description(
      say(
        'serve all infobases over HTTP; the first start makes a demo company',
        'запустить сервер; первый запуск создаёт демонстрационную компанию',
      ),
    )
    .option(
      '--no-demo',
      say(
        'the first start makes no demo company, but an empty infobase and a link for its administrator',
        'первый запуск создаёт не демонстрационную компанию, а пустую инфобазу и ссылку для её администратора',
      ),
    )
    .action(async ({ demo }: { demo: boolean }) => {
      await using installation = await openInstallation(tools, { mayShare: false });
      const welcome = await firstStart(installation, tools, demo);
      await buildStudio(tools.output);
      await using server = await startServer(installation, tools);
      const { address } = server;
      const { output } = tools;
      const infobases = await listInfobases(installation.server);
      const invited = infobases.map(({ name }) => invitation(installation, { output, at: address }, name));
      const text = [
        say(`Aubade listens on ${address}`, `Aubade работает по адресу ${address}`),
        ...welcome,
        ...(await Promise.all(invited)).flat(),
      ].join('\n');
      tools.output.print({ address }, text);
      await untilStopped();
      tools.output.note({ en: 'Stopping …', ru: 'Остановка …' });
    });
};

/** Makes the first infobase when there is none; answers what to tell the person who started the server. */
async function firstStart(
  installation: Installation,
  { settings, output, random }: Tools,
  demo: boolean,
): Promise<readonly string[]> {
  if ((await listInfobases(installation.server)).length > 0) return [];
  output.note(
    demo
      ? { en: 'Making the demo company …', ru: 'Создание демонстрационной компании …' }
      : { en: 'Making an empty infobase …', ru: 'Создание пустой инфобазы …' },
  );
  // Where others can reach the server, a password that is the login would let everybody in.
  const isPrivate = ['127.0.0.1', 'localhost', '::1'].includes(settings.host);
  const password = newToken(random).slice(0, 16);
  const passwordOf = (login: string) => (isPrivate ? login : password);
  const { first } = settings;
  const users = await makeInfobase(installation, {
    name: first.infobase,
    package: first.package,
    ...(demo ? { demo: { passwordOf } } : {}),
  });
  return users.map(({ login, name }) =>
    textIn(
      {
        en: `Sign in as ${login}, password ${passwordOf(login)} (${name})`,
        ru: `Вход: ${login}, пароль: ${passwordOf(login)} (${name})`,
      },
      output.language,
    ),
  );
}
