import { type Configuration, type Problem, ProblemError } from '#platform';
import { requireSystemRight } from '../access/require-right.ts';
import { rightsOf } from '../access/rights.ts';
import type { UserView, UserWrite } from '../http/contract.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { problemsOf } from '../storage/postgres-problems.ts';
import { languageOf, rolePaths } from './open-session.ts';
import { hashPassword } from './password-hash.ts';
import { passwordProblems } from './password-rules.ts';
import type { Session } from './session.ts';

interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly language: string;
  readonly roles: readonly string[];
  readonly disabled: boolean;
  readonly allowed: Readonly<Record<string, readonly string[]>> | null;
}

/** Every user with roles and allowed records, by login; never a password. Takes the system right to administer. */
export async function listUsers(session: Session): Promise<UserView[]> {
  requireSystemRight(session, 'administer');
  const rows = await session.database.sql<UserRow[]>`
    select id, login, name, language, roles, disabled,
      (select jsonb_object_agg(object, records) from (
        select object, jsonb_agg(record order by record) as records from "_allowed" where "user" = "_users".id group by object
      ) as "granted") as allowed
    from "_users" order by login`;
  return rows.map(row => viewOf(row, session.infobase.configuration));
}

/** Makes a user and gives her id. Takes the system right to administer; throws every problem of the write. */
export async function createUser(session: Session, { id, write }: { id: string; write: UserWrite }): Promise<string> {
  requireSystemRight(session, 'administer');
  const password = await checkedPassword(session.infobase.configuration, write);
  const now = session.clock();
  await asLoginProblems(write.login, () =>
    inTransaction(session.database, async database => {
      await database.sql`
        insert into "_users" (id, login, name, language, password, roles, disabled, "createdAt", "changedAt")
        values (${id}, ${write.login}, ${write.name}, ${write.language}, ${password},
          ${roleIds(write, session.infobase.configuration)}, ${write.disabled}, ${now}, ${now})`;
      await writeAllowed(database, { id, write, configuration: session.infobase.configuration });
    }),
  );
  return id;
}

/**
 * Changes a user; an absent password stays. A new password, disabling and new roles end her sessions. Refuses to leave the infobase
 * without an administrator. Takes the system right to administer.
 */
export async function updateUser(session: Session, { id, write }: { id: string; write: UserWrite }): Promise<void> {
  requireSystemRight(session, 'administer');
  const { configuration } = session.infobase;
  const password = await checkedPassword(configuration, write);
  await asLoginProblems(write.login, () =>
    inTransaction(session.database, async database => {
      // Two administrators who disable each other at once must not both succeed.
      await database.sql`lock table "_users" in share row exclusive mode`;
      const changed = await database.sql`
        update "_users" set login = ${write.login}, name = ${write.name}, language = ${write.language},
          password = coalesce(${password}, password), roles = ${roleIds(write, configuration)}, disabled = ${write.disabled},
          version = version + 1, "changedAt" = ${session.clock()}
        where id = ${id}`;
      if (changed.count === 0) throw new ProblemError([{ code: 'user-not-found', parameters: {} }]);
      await database.sql`delete from "_allowed" where "user" = ${id}`;
      await writeAllowed(database, { id, write, configuration });
      if (password !== null || write.disabled) await database.sql`delete from "_sessions" where "user" = ${id}`;
      await requireAdministrator(database, configuration);
    }),
  );
}

function viewOf(row: UserRow, configuration: Configuration): UserView {
  const { id, login, name, disabled } = row;
  const allowed = Object.values(configuration.objects).flatMap(object => {
    const records = row.allowed?.[object.id];
    return records === undefined ? [] : [[object.path, records] as const];
  });
  const roles = rolePaths(row.roles, configuration);
  return { id, login, name, language: languageOf(row.language), roles, disabled, allowed: Object.fromEntries(allowed) };
}

/** The hash of the password to set, null when there is none to set. Throws every problem of the write. */
async function checkedPassword(configuration: Configuration, write: UserWrite): Promise<string | null> {
  const roles = Object.values(configuration.objects).filter(({ role }) => role !== undefined);
  const known = roles.map(({ path }) => path).join(', ');
  const problems: Problem[] = write.roles
    .filter(path => configuration.objects[path]?.role === undefined)
    .map(role => ({ code: 'role-unknown', parameters: { role, known } }));
  if (write.password !== undefined) problems.push(...passwordProblems(write.password, write.login));
  if (problems.length > 0) throw new ProblemError(problems);
  return write.password === undefined ? null : hashPassword(write.password);
}

function roleIds(write: UserWrite, configuration: Configuration): string[] {
  return write.roles.flatMap(path => configuration.objects[path]?.id ?? []);
}

async function writeAllowed(
  database: Database,
  { id, write, configuration }: { id: string; write: UserWrite; configuration: Configuration },
): Promise<void> {
  const rows = Object.entries(write.allowed).flatMap(([path, records]) => {
    const object = configuration.objects[path]?.id;
    return object === undefined ? [] : [...new Set(records)].map(record => ({ object, record }));
  });
  if (rows.length === 0) return;
  await database.sql`
    insert into "_allowed" ("user", object, record)
    select ${id}::uuid, "granted".object, "granted".record
    from unnest(${rows.map(row => row.object)}::text[], ${rows.map(row => row.record)}::uuid[]) as "granted"(object, record)`;
}

async function requireAdministrator({ sql }: Database, configuration: Configuration): Promise<void> {
  const rows = await sql<{ roles: string[] }[]>`select roles from "_users" where not disabled`;
  const administers = ({ roles }: { roles: string[] }) =>
    rightsOf({ roles: rolePaths(roles, configuration) }, configuration).system.has('administer');
  if (!rows.some(administers)) throw new ProblemError([{ code: 'last-administrator', parameters: {} }]);
}

async function asLoginProblems(login: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const taken = problemsOf(error)?.some(({ code }) => code === 'value-not-unique') ?? false;
    throw taken ? new ProblemError([{ code: 'login-taken', parameters: { login } }]) : error;
  }
}
