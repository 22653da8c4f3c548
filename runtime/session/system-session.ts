import type { Language } from '#platform';
import { allRights } from '../access/rights.ts';
import type { Session, Surroundings } from './session.ts';

/** Whom the change log names when nobody in person did it. */
export const systemUserId = '00000000-0000-0000-0000-000000000000';

/** The session of the server itself: the command line, jobs, the first start. It may do everything. */
export function systemSession(surroundings: Surroundings, language: Language = 'en'): Session {
  const user = { id: systemUserId, login: '', name: 'Aubade', language, roles: [] };
  return { ...surroundings, user, rights: allRights, language };
}
