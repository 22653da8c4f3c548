import type { DataType } from './data-type.ts';
import { wrongForm } from './text-values.ts';
import type { JsonValue, ValueProblem } from './value-type.ts';

const identity = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id of a record or a file: a UUID in lower case. */
export function checkIdentity(value: unknown, type: DataType): ValueProblem | undefined {
  return typeof value === 'string' && identity.test(value) ? undefined : wrongForm(value, type);
}

/** Ids have no order of meaning; this one is stable. */
export function compareIdentities(left: JsonValue, right: JsonValue): number {
  return left === right ? 0 : String(left) < String(right) ? -1 : 1;
}
