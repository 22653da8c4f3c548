import type { DataType } from '../types/data-type.ts';
import { Decimal } from './decimal.ts';

/** JSON form of a value; see `Storage` for the forms. */
export type Value = string | boolean | null | CompositeValue;

/** A reference to a record of one of several objects. */
export interface CompositeValue {
  /** Path of the object. */
  readonly type: string;
  readonly id: string;
}

/** A computed value as an attribute of this type keeps it: a decimal is rounded half away from zero to its scale. */
export function fitValue(value: Value, type: DataType): Value {
  if (type.storage !== 'decimal' || type.scale === undefined || typeof value !== 'string') return value;
  const fitted = new Decimal(value).toDecimalPlaces(type.scale);
  return (fitted.isZero() ? fitted.abs() : fitted).toFixed(type.scale);
}
