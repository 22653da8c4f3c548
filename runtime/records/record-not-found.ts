import type { Problem } from '#platform';
import type { RecordShape } from './record-shape.ts';

/** The problem of a record that is not there, or may not be known to be. */
export function recordNotFound({ object }: RecordShape, id: string): Problem {
  return { code: 'record-not-found', path: object.path, record: id, parameters: { object: object.title } };
}
