import { type Attribute, type Configuration, valueTypeOf } from '#platform';
import type { CompositeValue, Value } from '../http/contract.ts';
import { valueOfCell } from './cell-forms.ts';
import type { ImportRow } from './import-row.ts';

/** A value of a row as it was found, where it goes, and what its place is called in messages. */
export interface CellPlace {
  readonly attribute: Attribute;
  readonly column: string;
  readonly into: Record<string, Value>;
  readonly found: unknown;
  /** The row of the file, where it is not that of the record. */
  readonly row?: number;
}

/**
 * Puts one value of a file into a row: in the JSON form of its type when it is one, as a reference to be looked up when it
 * names a record, and among the bad cells otherwise.
 */
export function putValue(row: ImportRow, place: CellPlace, configuration: Configuration): void {
  const { attribute, into, column, found } = place;
  const at = place.row === undefined ? { column } : { column, row: place.row };
  const value = typeof found === 'string' ? valueOfCell(found, attribute.type, configuration) : (found ?? null);
  if (value === null) {
    into[attribute.name] = null;
    return;
  }
  if (typeof value === 'string' && !value.isWellFormed()) {
    row.bad.push({ ...at, problem: { code: 'text-unstorable', path: attribute.path, parameters: { where: column } } });
    return;
  }
  const problem = valueTypeOf(attribute.type).check(value, attribute.type);
  if (problem === undefined) into[attribute.name] = checked(value);
  else if (typeof value === 'string' && pointsToRecords(attribute))
    row.references.push({ ...at, attribute, into, text: value });
  else row.bad.push({ ...at, problem: { ...problem, path: attribute.path } });
}

/** Whether values are ids of records, which people know by other names. */
function pointsToRecords(attribute: Attribute): boolean {
  return attribute.type.storage === 'reference' || attribute.type.storage === 'composite';
}

function checked(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (isComposite(value)) return { type: value.type, id: value.id };
  throw new Error('A value type let a form pass that no value has.');
}

function isComposite(value: unknown): value is CompositeValue {
  return typeof value === 'object' && value !== null && 'type' in value && 'id' in value;
}
