import { columnsOf } from './columns.ts';
import { derivedName } from './names.ts';
import { quoteIdentifier } from './quoting.ts';
import type { Field, FixedColumn, ForeignKey, Index, TableModel } from './table-model.ts';

/** `create table` with its primary key; foreign keys come when every table is there, indexes after them. */
export function createTable(table: TableModel): string {
  const key = table.primaryKey.map(quoteIdentifier).join(', ');
  const lines = [
    ...table.fixed.map(columnDefinition),
    ...table.fields.flatMap(fieldDefinitions),
    ...(key === '' ? [] : [`constraint ${quoteIdentifier(derivedName(table.name, 'id'))} primary key (${key})`]),
  ];
  const settings = table.fillfactor === undefined ? '' : ` with (fillfactor = ${table.fillfactor})`;
  return `create table ${quoteIdentifier(table.name)} (\n  ${lines.join(',\n  ')}\n)${settings}`;
}

/** One column as `create table` and `add column` write it. */
export function columnDefinition(column: FixedColumn): string {
  const notNull = column.notNull ? ' not null' : '';
  const initial = column.default === undefined ? '' : ` default ${column.default}`;
  return `${quoteIdentifier(column.name)} ${column.type}${notNull}${initial}`;
}

/** The columns of a field, likewise. */
export function fieldDefinitions(field: Field): string[] {
  const { notNull, default: initial } = field;
  const other = { notNull, ...(initial === undefined ? {} : { default: initial }) };
  return columnsOf(field).map(column => columnDefinition({ ...column, ...other }));
}

export function addForeignKey(table: string, key: ForeignKey): string {
  const columns = key.columns.map(quoteIdentifier).join(', ');
  const onDelete = key.onDelete === 'cascade' ? ' on delete cascade' : '';
  const constraint = `constraint ${quoteIdentifier(key.name)} foreign key (${columns})`;
  return `alter table ${quoteIdentifier(table)} add ${constraint} references ${quoteIdentifier(key.table)}${onDelete}`;
}

export function createIndex(table: string, index: Index): string {
  const unique = index.unique ? 'unique ' : '';
  const nulls = index.nullsEqual ? ' nulls not distinct' : '';
  const where = index.where === undefined ? '' : ` where ${index.where}`;
  const on = `${quoteIdentifier(table)} using ${index.method} (${index.on.join(', ')})`;
  return `create ${unique}index ${quoteIdentifier(index.name)} on ${on}${nulls}${where}`;
}
