import type { Language } from '#platform';
import type { Session } from './session.ts';

/** Sets the language the user sees everything in, from her next request on. */
export async function changeLanguage({ database, user }: Session, language: Language): Promise<void> {
  await database.sql`update "_users" set language = ${language} where id = ${user.id}`;
}
