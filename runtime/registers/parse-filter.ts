import {
  checkExpression,
  type Expression,
  type MetadataObject,
  ProblemError,
  referencesOf,
  rowType,
  userType,
  valueType,
} from '#platform';
import { metadataLookup } from '../query/metadata-lookup.ts';
import type { Session } from '../session/session.ts';
import { dimensionUnknown } from './open-question.ts';
import { registerLayout } from './register-layout.ts';

/**
 * Reads a filter over the register's rows. Only dimensions may be used: what is added up has no single value of
 * anything else. Throws every problem found.
 */
export function parseFilter(session: Session, object: MetadataObject, text: string): Expression {
  const checked = checkExpression(text, {
    variables: { record: rowType(object.path), user: userType },
    package: object.package,
    lookup: metadataLookup(session.infobase.configuration),
    expected: valueType({ name: 'boolean', storage: 'boolean' }),
    path: object.path,
  });
  if ('problems' in checked) throw new ProblemError(checked.problems);
  const layout = registerLayout(object);
  const foreign = referencesOf(checked.expression)
    .fields.filter(field => field.startsWith('record.'))
    .map(field => field.slice('record.'.length))
    .filter(name => !layout.register.dimensions.some(dimension => dimension.name === name));
  if (foreign.length > 0) throw new ProblemError(foreign.map(name => dimensionUnknown(layout, name)));
  return checked.expression;
}
