import { createInterface } from 'node:readline/promises';
import { ProblemError } from '#platform';
import type { UserView, UserWrite } from '../../http/contract.ts';
import { newIdentity } from '../../records/identity.ts';
import { administratorRoles } from '../../session/first-administrator.ts';
import type { Session } from '../../session/session.ts';
import { newToken } from '../../session/session-token.ts';
import { createUser, listUsers, updateUser } from '../../session/users.ts';
import { table } from '../output.ts';
import type { AddCommand, Tools } from '../tools.ts';
import { infobaseOption, infobaseOptionText, speaker, withInfobase } from '../with-infobase.ts';

interface Options {
  readonly infobase?: string;
  readonly name?: string;
  readonly roles?: readonly string[];
  readonly administrator?: true;
  readonly stdin?: true;
}

/** Users: add, password, roles, disable, list. A password that is not given on stdin is made and printed once. */
export const addUser: AddCommand = (program, tools) => {
  const say = speaker(tools);
  const user = program
    .command('user')
    .description(
      say('users: add, password, roles, disable, list', 'пользователи: add, password, roles, disable, list'),
    );
  const add = (name: string, description: string) =>
    user
      .command(name)
      .description(description)
      .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru));
  const stdin = say('read the password from standard input', 'прочитать пароль со стандартного ввода');

  add('list', say('list users', 'перечислить пользователей')).action(({ infobase }: Options) =>
    withInfobase(tools, infobase, async session => show(await listUsers(session), tools)),
  );
  add('add', say('add a user', 'добавить пользователя'))
    .argument('<login>')
    .option('--name <name>', say('her name', 'имя'))
    .option('--roles <roles...>', say('paths of roles', 'пути ролей'))
    .option('--administrator', say('with every role that may administer', 'со всеми ролями администратора'))
    .option('--stdin', stdin)
    .action((login: string, options: Options) =>
      withInfobase(tools, options.infobase, async session => {
        const roles = [
          ...(options.roles ?? []),
          ...(options.administrator === true ? administratorRoles(session.infobase.configuration) : []),
        ];
        const password = await newPassword(tools, options);
        const write = {
          login,
          name: options.name ?? login,
          language: tools.output.language,
          roles,
          disabled: false,
          allowed: {},
          password,
        };
        await createUser(session, { id: newIdentity(session.clock, session.random), write });
        tellPassword(tools, { login, password, options });
      }),
    );
  add('password', say('set a new password', 'задать новый пароль'))
    .argument('<login>')
    .option('--stdin', stdin)
    .action((login: string, options: Options) =>
      withInfobase(tools, options.infobase, async session => {
        const password = await newPassword(tools, options);
        await change(session, login, { password });
        tellPassword(tools, { login, password, options });
      }),
    );
  add('roles', say('set the roles', 'задать роли'))
    .argument('<login>')
    .argument('<roles...>', say('paths of roles', 'пути ролей'))
    .action((login: string, roles: string[], { infobase }: Options) =>
      withInfobase(tools, infobase, async session => {
        await change(session, login, { roles });
        show(await listUsers(session), tools);
      }),
    );
  addSwitches(user, tools);
};

const addSwitches: AddCommand = (user, tools) => {
  const say = speaker(tools);
  for (const [name, disabled, en, ru] of [
    ['disable', true, 'let a user in no more', 'закрыть вход'],
    ['enable', false, 'let a user in again', 'открыть вход'],
  ] as const) {
    user
      .command(name)
      .description(say(en, ru))
      .option(infobaseOption, say(infobaseOptionText.en, infobaseOptionText.ru))
      .argument('<login>')
      .action((login: string, { infobase }: Options) =>
        withInfobase(tools, infobase, async session => {
          await change(session, login, { disabled });
          show(await listUsers(session), tools);
        }),
      );
  }
};

async function change(session: Session, login: string, changed: Partial<UserWrite>): Promise<void> {
  const found = (await listUsers(session)).find(user => user.login.toLowerCase() === login.toLowerCase());
  if (found === undefined) throw new ProblemError([{ code: 'user-not-found', parameters: {} }]);
  const { id, ...user } = found;
  await updateUser(session, { id, write: { ...user, ...changed } });
}

async function newPassword({ random }: Tools, { stdin }: Options): Promise<string> {
  if (stdin !== true) return newToken(random).slice(0, 16);
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}

function tellPassword(
  tools: Tools,
  { login, password, options }: { login: string; password: string; options: Options },
): void {
  const shown = options.stdin === true ? undefined : password;
  const say = speaker(tools);
  tools.output.print(
    { login, ...(shown === undefined ? {} : { password: shown }) },
    shown === undefined
      ? say(`Done: ${login}`, `Готово: ${login}`)
      : say(`${login}, password ${shown}`, `${login}, пароль: ${shown}`),
  );
}

function show(users: readonly UserView[], tools: Tools): void {
  const say = speaker(tools);
  const headings = [say('login', 'логин'), say('name', 'имя'), say('roles', 'роли'), say('state', 'состояние')];
  const rows = users.map(({ login, name, roles, disabled }) => [
    login,
    name,
    roles.join(', '),
    disabled ? say('disabled', 'отключён') : '',
  ]);
  tools.output.print(users, table(headings, rows));
}
