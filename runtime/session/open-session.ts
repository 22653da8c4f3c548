import { type Configuration, type Language, languages } from '#platform';
import { rightsOf } from '../access/rights.ts';
import type { Session, Surroundings, User } from './session.ts';
import { sessionLimits } from './session-limits.ts';
import { tokenHash } from './session-token.ts';

interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly language: string;
  readonly roles: readonly string[];
  readonly seenAt: string;
}

/**
 * The session that a token stands for; undefined when it ended, expired, or its user is disabled. Read from the database
 * for every request, so that ending a session or taking a role away works at once.
 */
export async function openSession(surroundings: Surroundings, token: string): Promise<Session | undefined> {
  const { database, clock, infobase } = surroundings;
  const now = clock();
  const usedAfter = new Date(now.getTime() - sessionLimits.idleMs);
  const [row] = await database.sql<UserRow[]>`
    select "user".id, "user".login, "user".name, "user".language, "user".roles, "session"."seenAt"
    from "_sessions" as "session" join "_users" as "user" on "user".id = "session"."user"
    where "session".token = ${tokenHash(token)} and not "user".disabled
      and "session"."expiresAt" > ${now} and "session"."seenAt" > ${usedAfter}`;
  if (row === undefined) return undefined;
  if (now.getTime() - Date.parse(row.seenAt) > sessionLimits.seenEveryMs) {
    await database.sql`update "_sessions" set "seenAt" = ${now} where token = ${tokenHash(token)}`;
  }
  const user = userOf(row, infobase.configuration);
  return { ...surroundings, user, rights: rightsOf(user, infobase.configuration), language: user.language };
}

/** A row of `_users` as the session knows it; roles are stored by permanent id. */
export function userOf(row: Omit<UserRow, 'seenAt'>, configuration: Configuration): User {
  const { id, login, name } = row;
  return { id, login, name, language: languageOf(row.language), roles: rolePaths(row.roles, configuration) };
}

/** Paths of roles from their permanent ids; a role the configuration no longer has is left out. */
export function rolePaths(ids: readonly string[], configuration: Configuration): string[] {
  return Object.values(configuration.objects)
    .filter(object => object.role !== undefined && ids.includes(object.id))
    .map(object => object.path);
}

/** A language the platform speaks: the one named, else English. */
export function languageOf(name: string): Language {
  return languages.find(language => language === name) ?? 'en';
}
