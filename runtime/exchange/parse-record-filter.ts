import {
  checkExpression,
  type Expression,
  type MetadataObject,
  ProblemError,
  rowType,
  userType,
  valueType,
} from '#platform';
import type { Session } from '../session/session.ts';

/** Reads a filter over an object's records, which it calls by the object's subject. Throws every problem found. */
export function parseRecordFilter(session: Session, object: MetadataObject, text: string): Expression {
  const { objects } = session.infobase.configuration;
  const subject = object.entity?.subject ?? 'record';
  const checked = checkExpression(text, {
    variables: { [subject]: rowType(object.path), user: userType },
    package: object.package,
    lookup: {
      object: path => objects[path],
      resolve: (name, fromPackage) => objects[name] ?? objects[`${fromPackage}.${name}`],
    },
    expected: valueType({ name: 'boolean', storage: 'boolean' }),
    path: object.path,
  });
  if ('problems' in checked) throw new ProblemError(checked.problems);
  return checked.expression;
}
