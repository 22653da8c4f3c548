import {
  type Operation,
  operationTitles,
  type Problem,
  ProblemError,
  type SystemRight,
  systemRightTitles,
} from '#platform';
import type { Session } from '../session/session.ts';

/** Refuses with `right-missing` when no role of the user grants the operation on any record of the object. */
export function requireRight(session: Session, path: string, operation: Operation): void {
  if (session.rights.on(path, operation) === false) throw new ProblemError([rightMissing(session, path, operation)]);
}

/** Refuses with `system-right-missing` when no role of the user gives this right over the system itself. */
export function requireSystemRight(session: Session, right: SystemRight): void {
  if (session.rights.system.has(right)) return;
  throw new ProblemError([{ code: 'system-right-missing', parameters: { right: systemRightTitles[right] } }]);
}

/** The problem of a user who may not do this with any record of the object. */
export function rightMissing(session: Session, path: string, operation: Operation): Problem {
  const title = session.infobase.configuration.objects[path]?.title ?? path;
  return { code: 'right-missing', path, parameters: { operation: operationTitles[operation], object: title } };
}
