import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ProblemError } from '#platform';
import { loadConfiguration } from '../../loading/load-configuration.ts';
import { newIdentity } from '../../records/identity.ts';
import { administratorRoles } from '../../session/first-administrator.ts';
import type { Session } from '../../session/session.ts';
import { newToken } from '../../session/session-token.ts';
import { beginSession } from '../../session/sign-in.ts';
import { createUser, listUsers } from '../../session/users.ts';
import { buildStudio } from '../build-studio.ts';
import { openInstallation } from '../installation.ts';
import { makeInfobase } from '../make-infobase.ts';
import { startServer } from '../start-server.ts';
import type { AddCommand } from '../tools.ts';
import { untilStopped } from '../until-stopped.ts';
import { speaker } from '../with-infobase.ts';

const infobase = 'dev';

/** A configuration on screen in one command: a throw-away database, its demonstration data, a link that signs in. */
export const addDev: AddCommand = (program, tools) => {
  const say = speaker(tools);
  program
    .command('dev')
    .description(
      say(
        'put a configuration on screen, on a throw-away database',
        'показать конфигурацию на экране, на временной базе',
      ),
    )
    .argument('<folder>', say('folder of a package', 'папка пакета'))
    .action(async (folder: string) => {
      await using cleanup = new AsyncDisposableStack();
      const dataFolder = await mkdtemp(join(tmpdir(), 'aubade-dev-'));
      cleanup.defer(() => rm(dataFolder, { recursive: true, force: true }));
      const settings = { ...tools.settings, dataFolder, databaseUrl: undefined };
      const installation = cleanup.use(await openInstallation({ ...tools, settings }, { mayShare: false }));
      const passwordOf = (login: string) => login;
      const name = await packageOf(folder);
      await makeInfobase(installation, {
        name: infobase,
        package: name,
        roots: [resolve(folder)],
        ids: 'derived',
        demo: { passwordOf },
      });
      const userId = await administrator(await installation.systemSession(infobase));
      await buildStudio(tools.output);
      let token = newToken(tools.random);
      const link = token;
      const server = cleanup.use(
        await startServer(installation, {
          ...tools,
          settings,
          enter: async (surroundings, given) => {
            if (given !== token) return undefined;
            token = newToken(tools.random);
            return beginSession(surroundings, userId);
          },
        }),
      );
      const address = `${server.address}/api/${infobase}/enter/${link}`;
      tools.output.print({ address }, say(`Open ${address} (works once)`, `Откройте ${address} (действует один раз)`));
      await untilStopped();
    });
};

async function packageOf(folder: string): Promise<string> {
  const { configuration, folders, problems } = await loadConfiguration({ roots: [resolve(folder)], ids: 'derived' });
  if (configuration === undefined) throw new ProblemError(problems);
  const found = Object.entries(folders).find(([, place]) => place === resolve(folder));
  if (found === undefined) throw new Error(`${folder} is no folder of a package.`);
  return found[0];
}

/** A user with every right, for the link; demonstration data may have brought her already. */
async function administrator(session: Session): Promise<string> {
  const { configuration } = session.infobase;
  const login = 'developer';
  const known = (await listUsers(session)).find(user => user.login === login);
  if (known !== undefined) return known.id;
  const roles = administratorRoles(configuration);
  const write = { login, name: 'Developer', language: session.language, roles, disabled: false, allowed: {} };
  return createUser(session, { id: newIdentity(session.clock, session.random), write });
}
