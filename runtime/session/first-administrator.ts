import { type Configuration, type Language, ProblemError } from '#platform';
import { inTransaction } from '../storage/in-transaction.ts';
import type { Session } from './session.ts';
import { newToken, tokenHash } from './session-token.ts';
import { createUser } from './users.ts';

const setting = 'firstAdministrator';

/**
 * A one-time token for the first administrator, printed by the server at its start; undefined when there are users already.
 * A new token replaces the one before.
 */
export async function inviteFirstAdministrator({ database, random }: Session): Promise<string | undefined> {
  const token = newToken(random);
  const invited = await database.sql`
    insert into "_settings" (name, value)
    select ${setting}, to_jsonb(${hashText(token)}::text) where not exists (select from "_users")
    on conflict (name) do update set value = excluded.value returning name`;
  return invited.length === 0 ? undefined : token;
}

export interface FirstAdministrator {
  readonly token: string;
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly language: Language;
  readonly password: string;
}

/**
 * Makes the first administrator for the token that was printed; `session` is the server's own. Of several who try at once exactly one
 * succeeds: the token's row is gone in the same transaction. Throws `first-administrator-exists` for the others.
 */
export async function acceptFirstAdministrator(session: Session, accepted: FirstAdministrator): Promise<string> {
  const { token, id, login, name, language, password } = accepted;
  return inTransaction(session.database, async database => {
    const used = await database.sql`
      delete from "_settings" where name = ${setting} and value = to_jsonb(${hashText(token)}::text) returning name`;
    if (used.length === 0) throw new ProblemError([{ code: 'first-administrator-exists', parameters: {} }]);
    const roles = administratorRoles(session.infobase.configuration);
    const write = { login, name, language, roles, disabled: false, allowed: {}, password };
    return createUser({ ...session, database }, { id, write });
  });
}

/** Roles that may administer; a configuration needs one for anybody to be able to. */
export function administratorRoles(configuration: Configuration): string[] {
  const roles = Object.values(configuration.objects).filter(({ role }) => role?.system.includes('administer'));
  return roles.map(({ path }) => path);
}

function hashText(token: string): string {
  return tokenHash(token).toString('base64url');
}
