import type { DataType, Storage } from '../types/data-type.ts';
import type { ExpressionType } from './expression.ts';

/** The type of a variable that stands for a record, a line of a section or a register's record. */
export function rowType(path: string): ExpressionType {
  return { of: 'row', path };
}

/** The type of a variable or an expected result that is one value. */
export function valueType(type: DataType): ExpressionType {
  return { of: 'value', type };
}

/** The type of the variable `user`: a reference with the fields `login` and `name`. */
export const userType: ExpressionType = rowType('_users');

export const nullType: ExpressionType = { of: 'null' };
export const textType = valueType({ name: 'string', storage: 'text' });
export const decimalType = valueType({ name: 'number', storage: 'decimal' });
export const booleanType = valueType({ name: 'boolean', storage: 'boolean' });
export const dateType = valueType({ name: 'date', storage: 'date' });
export const dateTimeType = valueType({ name: 'dateTime', storage: 'dateTime' });
export const monthType = valueType({ name: 'month', storage: 'month' });

/** The type of a reference to records of one object. */
export function referenceType(path: string): ExpressionType {
  return valueType({ name: 'reference', storage: 'reference', targets: [path] });
}

/** How the values of an expression are kept; undefined for null, lists, rows and lines. */
export function storageOf(type: ExpressionType): Storage | undefined {
  return type.of === 'value' ? type.type.storage : undefined;
}

/** Object paths that a reference or an enumeration may be of. */
export function targetsOf(type: ExpressionType): readonly string[] {
  return type.of === 'value' ? (type.type.targets ?? []) : [];
}

/** What the operators need to know of each storage: which may be put in order, and which point to objects. */
const traits: Readonly<Record<Storage, { readonly ordered: boolean; readonly targeted: boolean }>> = {
  text: { ordered: true, targeted: false },
  decimal: { ordered: true, targeted: false },
  boolean: { ordered: false, targeted: false },
  date: { ordered: true, targeted: false },
  dateTime: { ordered: true, targeted: false },
  month: { ordered: true, targeted: false },
  reference: { ordered: false, targeted: true },
  composite: { ordered: false, targeted: true },
  enumeration: { ordered: false, targeted: true },
  file: { ordered: false, targeted: false },
};

export const orderedStorages: readonly Storage[] = (Object.keys(traits) as Storage[]).filter(
  storage => traits[storage].ordered,
);
export const anyStorage: readonly Storage[] = Object.keys(traits) as Storage[];

/** Storages whose values convert into another without loss; the checker writes the conversion into the tree. */
const widening: Readonly<Partial<Record<Storage, { readonly to: Storage; readonly call: string }>>> = {
  date: { to: 'dateTime', call: 'dateToDateTime' },
  reference: { to: 'composite', call: 'referenceToComposite' },
};

/** The call that turns a value of one storage into another, '' when none is needed, undefined when there is none. */
export function conversion(from: Storage, to: Storage): string | undefined {
  if (from === to) return '';
  const wider = widening[from];
  return wider?.to === to ? wider.call : undefined;
}

/**
 * The type that values of both types fit, as for the branches of `?:`; undefined when there is none. Lengths, digits
 * and value-type names are kept only where both agree; targets are united.
 */
export function commonType(left: ExpressionType, right: ExpressionType): ExpressionType | undefined {
  if (left.of === 'null') return right;
  if (right.of === 'null') return left;
  if (left.of !== 'value' || right.of !== 'value') return undefined;
  const storage = commonStorage(left.type.storage, right.type.storage);
  if (storage === undefined) return undefined;
  if (!traits[storage].targeted) return sameType(left.type, right.type) ? left : basicTypes[storage];
  return commonTargets(left.type, right.type, storage);
}

function commonStorage(left: Storage, right: Storage): Storage | undefined {
  if (conversion(left, right) !== undefined) return right;
  return conversion(right, left) === undefined ? undefined : left;
}

function commonTargets(left: DataType, right: DataType, storage: Storage): ExpressionType | undefined {
  const targets = [...new Set([...(left.targets ?? []), ...(right.targets ?? [])])];
  const { several } = severalTargets[storage] ?? {};
  if (targets.length === 1 || storage === several) return valueType({ name: storage, storage, targets });
  return several === undefined ? undefined : valueType({ name: several, storage: several, targets });
}

/** References to several objects become composite; values of two enumerations have no common type. */
const severalTargets: Readonly<Partial<Record<Storage, { readonly several: Storage }>>> = {
  reference: { several: 'composite' },
  composite: { several: 'composite' },
};

const basicTypes: Readonly<Partial<Record<Storage, ExpressionType>>> = {
  text: textType,
  decimal: decimalType,
  boolean: booleanType,
  date: dateType,
  dateTime: dateTimeType,
  month: monthType,
  file: valueType({ name: 'file', storage: 'file' }),
};

function sameType(left: DataType, right: DataType): boolean {
  return (
    left.name === right.name &&
    left.length === right.length &&
    left.precision === right.precision &&
    left.scale === right.scale
  );
}
