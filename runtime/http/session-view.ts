import type { Session } from '../session/session.ts';
import type { SessionView } from './contract.ts';

/** The session as its user sees it. */
export function sessionView({ user, language, infobase, rights }: Session): SessionView {
  return {
    user: { id: user.id, login: user.login, name: user.name, language },
    infobase: { name: infobase.name, title: infobase.title },
    system: [...rights.system],
  };
}
