import type { Attribute, Configuration } from '#platform';
import { columnsOf } from './columns.ts';
import { derivedName } from './names.ts';
import { quoteIdentifier } from './quoting.ts';
import type { Field, ForeignKey, Index } from './table-model.ts';

/** An attribute as a field of a table. A flag the platform itself keeps is never null. */
export function fieldOf(attribute: Attribute): Field {
  const { id: key, path, name, type } = attribute;
  const flag = attribute.standard && type.storage === 'boolean';
  return { key, path, name, type, notNull: flag, ...(flag ? { default: 'false' } : {}) };
}

/** A resource that adds up: nothing is zero. */
export function summedField(attribute: Attribute): Field {
  return { ...fieldOf(attribute), notNull: true, default: '0' };
}

/** Foreign keys of plain references and files. A composite reference points to several tables and has none. */
export function foreignKeysOf(attributes: readonly Attribute[], configuration: Configuration): ForeignKey[] {
  return attributes.flatMap(({ path, name, type }): ForeignKey[] => {
    const key = { columns: [name], onDelete: 'no action' } as const;
    if (type.storage === 'file') return [{ ...key, name: derivedName(path, 'file'), table: '_files' }];
    const target = type.storage === 'reference' ? configuration.objects[type.targets?.[0] ?? ''] : undefined;
    return target?.entity === undefined ? [] : [{ ...key, name: derivedName(path, 'reference'), table: target.path }];
  });
}

/** An index in the usual form: btree, not unique, nulls apart. */
export function indexOn(name: string, on: readonly string[], other: Partial<Index> = {}): Index {
  return { name, on, unique: false, method: 'btree', nullsEqual: false, ...other };
}

/** The quoted columns of attributes, in their order. */
export function quotedColumns(attributes: readonly Attribute[]): string[] {
  return attributes.flatMap(columnsOf).map(column => quoteIdentifier(column.name));
}
