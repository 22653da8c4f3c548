import type { DataType, Storage } from '#platform';
import type { Value } from '../../../runtime/http/contract.ts';
import type { Workspace } from '../workspace.ts';

interface Shown {
  readonly value: string;
  readonly type: DataType;
  readonly workspace: Workspace;
}

/** The one place where the way a value is kept decides how it is read. */
const readings: Readonly<Record<Storage, (shown: Shown) => string>> = {
  text: ({ value }) => value,
  decimal: ({ value, type, workspace }) => workspace.locale.decimal(value, type.scale ?? 0),
  boolean: ({ value }) => value,
  date: ({ value, workspace }) => workspace.locale.date(value, 'date'),
  dateTime: ({ value, workspace }) => workspace.locale.date(value, 'dateTime'),
  month: ({ value, workspace }) => workspace.locale.date(value, 'month'),
  reference: ({ value }) => value,
  composite: ({ value }) => value,
  enumeration: ({ value, type, workspace }) => workspace.valueTitle(type, value),
  file: ({ value }) => value,
};

/** The text of a value as the reader reads it; `shown` is the text of the record a reference points to. */
export function displayValue(
  value: Value | undefined,
  type: DataType,
  context: { shown?: string | undefined; workspace: Workspace },
): string {
  if (value === null || value === undefined || value === '') return '';
  const { locale } = context.workspace;
  // In a table what is true stands out by itself; a column of «no» only hides it.
  if (typeof value === 'boolean') return value ? locale.t('value.yes') : '';
  if (typeof value === 'object') return context.shown ?? locale.t('value.unknownRecord');
  if (type.storage === 'reference') return context.shown ?? locale.t('value.unknownRecord');
  return readings[type.storage]({ value, type, workspace: context.workspace });
}

/** Storages whose values line up at the end of a cell. */
export function isNumeric(type: DataType | undefined): boolean {
  return type?.storage === 'decimal';
}

/** Whether a decimal string is below zero. */
export function isNegative(value: Value | undefined): boolean {
  return typeof value === 'string' && value.startsWith('-');
}
