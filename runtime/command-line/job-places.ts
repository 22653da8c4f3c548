import { rightsOf } from '../access/rights.ts';
import { listInfobases } from '../infobases/infobase-register.ts';
import type { OpenInfobase } from '../infobases/open-infobase.ts';
import type { JobPlace } from '../jobs/start-worker.ts';
import { userOf } from '../session/open-session.ts';
import type { Session } from '../session/session.ts';
import { systemSession, systemUserId } from '../session/system-session.ts';
import type { Installation } from './installation.ts';
import type { Tools } from './tools.ts';

/** Every infobase as a place where jobs wait. */
export async function jobPlaces(
  installation: Installation,
  around: Pick<Tools, 'clock' | 'random'>,
): Promise<JobPlace[]> {
  const entries = await listInfobases(installation.server);
  const infobases = await Promise.all(entries.map(({ name }) => installation.open(name)));
  return infobases.map(infobase => ({
    database: infobase.database,
    sessionOf: user => sessionOf(infobase, user, around),
  }));
}

/** A job has the rights that its user has now; a disabled user has none. */
async function sessionOf(
  infobase: OpenInfobase,
  userId: string | null,
  { clock, random }: Pick<Tools, 'clock' | 'random'>,
): Promise<Session | undefined> {
  const { database, configuration } = infobase;
  const surroundings = { infobase, database, clock, random };
  if (userId === null || userId === systemUserId) return systemSession(surroundings);
  const [row] = await database.sql<{ id: string; login: string; name: string; language: string; roles: string[] }[]>`
    select id, login, name, language, roles from "_users" where id = ${userId} and not disabled`;
  if (row === undefined) return undefined;
  const user = userOf(row, configuration);
  return { ...surroundings, user, rights: rightsOf(user, configuration), language: user.language };
}
