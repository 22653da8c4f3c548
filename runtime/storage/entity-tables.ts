import type { Attribute, Configuration, Entity, MetadataObject, Numbering, Section } from '#platform';
import { fieldOf, foreignKeysOf, indexOn, quotedColumns } from './fields.ts';
import { derivedName } from './names.ts';
import { quoteIdentifier } from './quoting.ts';
import type { FixedColumn, ForeignKey, Index, TableModel } from './table-model.ts';
import { collatedForPeople, isTextForPeople } from './text-order.ts';

/** The tables of an object whose records have identity: one for the records, one for each tabular section. */
export function entityTables(object: MetadataObject, entity: Entity, configuration: Configuration): TableModel[] {
  const table: TableModel = {
    name: object.path,
    key: object.id,
    path: object.path,
    fixed: recordColumns,
    fields: entity.attributes.map(fieldOf),
    primaryKey: ['id'],
    foreignKeys: foreignKeysOf(entity.attributes, configuration),
    indexes: entityIndexes(object, entity),
  };
  return [table, ...entity.sections.map(section => sectionTable(object, section, configuration))];
}

/** What every record carries. */
export const recordColumns: readonly FixedColumn[] = [
  { name: 'id', type: 'uuid', notNull: true },
  { name: 'version', type: 'integer', notNull: true, default: '1' },
  { name: 'createdAt', type: 'timestamptz', notNull: true, default: 'now()' },
  { name: 'changedAt', type: 'timestamptz', notNull: true, default: 'now()' },
  { name: 'changedBy', type: 'uuid', notNull: false },
];

/** References of lines have no indexes: they would cost each posting more than the rare search for use gains. */
function sectionTable(object: MetadataObject, section: Section, configuration: Configuration): TableModel {
  const record: ForeignKey = {
    name: derivedName(section.path, 'record'),
    columns: ['record'],
    table: object.path,
    onDelete: 'cascade',
  };
  return {
    name: section.path,
    key: `${object.id}/${section.id}`,
    path: section.path,
    fixed: [
      { name: 'record', type: 'uuid', notNull: true },
      { name: 'line', type: 'integer', notNull: true },
    ],
    fields: section.attributes.map(fieldOf),
    primaryKey: ['record', 'line'],
    foreignKeys: [record, ...foreignKeysOf(section.attributes, configuration)],
    indexes: section.attributes.filter(({ unique }) => unique).map(uniqueIndex),
  };
}

function entityIndexes(object: MetadataObject, entity: Entity): Index[] {
  const { attributes } = entity;
  const order = orderColumn(entity);
  return [
    indexOn(derivedName(object.path, 'order'), [order, 'id']),
    ...attributes.filter(({ unique }) => unique).map(uniqueIndex),
    ...(entity.numbering === undefined ? [] : numberIndexes(attributes, entity.numbering)),
    ...attributes.filter(pointsAway).map(attribute => referenceIndex(attribute, order)),
    ...searchIndexes(object, entity),
  ];
}

/** SQL of what lists are ordered by, exactly as they ask for it. */
function orderColumn({ order, attributes, numbering }: Entity): string {
  const name = order.replace(/^-/, '');
  const attribute = attributes.find(one => one.name === name);
  const collation = attribute !== undefined && isTextForPeople(attribute, numbering) ? ` ${collatedForPeople}` : '';
  return `${quoteIdentifier(name)}${collation}`;
}

function uniqueIndex(attribute: Attribute): Index {
  return indexOn(derivedName(attribute.path, 'unique'), quotedColumns([attribute]), { unique: true });
}

function pointsAway({ type }: Attribute): boolean {
  return type.storage === 'reference' || type.storage === 'composite';
}

/** Lists narrowed down to one reference (an owner, a parent, a supplier) come in the usual order. */
function referenceIndex(attribute: Attribute, order: string): Index {
  const [column = ''] = quotedColumns([attribute]);
  return indexOn(derivedName(attribute.path, 'list'), [column, order]);
}

/** A code or number is unique within its scope; a record without one is not in the way of others. */
function numberIndexes(attributes: readonly Attribute[], numbering: Numbering): Index[] {
  const attribute = attributes.find(({ name }) => name === numbering.attribute);
  if (attribute === undefined) return [];
  const [number = ''] = quotedColumns([attribute]);
  const scope = quotedColumns(attributes.filter(({ name }) => name === numbering.within));
  const period = numbering.period === 'none' ? [] : [`date_trunc('${numbering.period}', "date")`];
  const on = [...scope, number, ...period];
  const name = derivedName(attribute.path, 'number');
  return [indexOn(name, on, { unique: true, nullsEqual: true, where: `${number} is not null` })];
}

/**
 * Search by any part of a text. Records that are posted go without: they are found by number and filters, and posting
 * must stay quick.
 */
function searchIndexes(object: MetadataObject, entity: Entity): Index[] {
  if (object.posting !== undefined) return [];
  const searched = new Set([...entity.inputBy, ...entity.presentation]);
  const texts = entity.attributes.filter(({ name, type }) => searched.has(name) && type.storage === 'text');
  if (texts.length === 0) return [];
  const on = quotedColumns(texts).map(column => `${column} public.gin_trgm_ops`);
  return [indexOn(derivedName(object.path, 'search'), on, { method: 'gin' })];
}
