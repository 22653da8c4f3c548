import type { Accumulation, Attribute, Configuration, MetadataObject, Register } from '#platform';
import { fieldOf, foreignKeysOf, indexOn, quotedColumns, summedField } from './fields.ts';
import { derivedName } from './names.ts';
import { quoteIdentifier } from './quoting.ts';
import type { Field, FixedColumn, Index, TableModel } from './table-model.ts';

/** The tables of a register: movements and what is derived from them, or records written directly. */
export function registerTables(object: MetadataObject, register: Register, configuration: Configuration): TableModel[] {
  if (register.writing === 'independent') return [recordsTable(object, register, configuration)];
  const { accumulation } = register;
  const movements = movementsTable(object, register);
  return accumulation === undefined ? [movements] : [movements, ...derivedTables(object, register, accumulation)];
}

/** Rows per page leave room for the update in place that each posting makes. */
const updatedFillfactor = 70;

/**
 * No foreign keys: the values come out of documents, which have them. No indexes over dimensions of what adds up:
 * everything but the tail of one month is found through turnovers.
 */
function movementsTable(object: MetadataObject, register: Register): TableModel {
  const { dimensions, resources, attributes } = register;
  const adds = register.accumulation !== undefined;
  const period = indexOn(derivedName(object.path, 'period'), ['period']);
  const slice = indexOn(derivedName(object.path, 'slice'), [...quotedColumns(dimensions), 'period']);
  return {
    name: object.path,
    key: object.id,
    path: object.path,
    fixed: movementColumns,
    fields: [...dimensions, ...resources, ...attributes].map(attribute =>
      adds && resources.includes(attribute) ? summedField(attribute) : fieldOf(attribute),
    ),
    primaryKey: ['recorder', 'line'],
    foreignKeys: [],
    indexes: adds ? [period] : [period, slice],
  };
}

const movementColumns: readonly FixedColumn[] = [
  { name: 'period', type: 'timestamp(3)', notNull: true },
  { name: 'recorder', type: 'uuid', notNull: true },
  { name: 'recorder:type', type: 'text', notNull: true },
  { name: 'line', type: 'integer', notNull: true },
  { name: 'rule', type: 'text', notNull: false },
  { name: 'movement', type: 'smallint', notNull: true },
];

function derivedTables(object: MetadataObject, register: Register, accumulation: Accumulation): TableModel[] {
  const { dimensions, resources } = register;
  const balance = accumulation.of === 'balance';
  const sums = resources.map(summedField);
  const turnovers: DerivedTable = {
    suffix: 'turnovers',
    fixed: [month, shard],
    fields: resources.flatMap(resource =>
      balance ? [summedField(resource), receiptField(resource)] : [summedField(resource)],
    ),
    key: ['month', ...quotedColumns(dimensions), 'shard'],
    fillfactor: updatedFillfactor,
  };
  const totals: DerivedTable = {
    suffix: 'totals',
    fixed: [],
    fields: sums,
    key: quotedColumns(dimensions),
    fillfactor: updatedFillfactor,
  };
  const checkpoints: DerivedTable = {
    suffix: 'checkpoints',
    fixed: [month],
    fields: sums,
    key: ['month', ...quotedColumns(dimensions)],
  };
  const kept = [
    turnovers,
    ...(balance && accumulation.constraints.length > 0 ? [totals] : []),
    ...(balance ? [checkpoints] : []),
  ];
  return kept.map(table => derivedTable(object, dimensions, table));
}

interface DerivedTable {
  readonly suffix: 'turnovers' | 'totals' | 'checkpoints';
  readonly fixed: readonly FixedColumn[];
  readonly fields: readonly Field[];
  /** Columns, quoted, of its unique key. */
  readonly key: readonly string[];
  readonly fillfactor?: number;
}

const month: FixedColumn = { name: 'month', type: 'date', notNull: true };
const shard: FixedColumn = { name: 'shard', type: 'smallint', notNull: true, default: '0' };

function receiptField(resource: Attribute): Field {
  const field = summedField(resource);
  return { ...field, key: `${field.key}:receipt`, name: `${field.name}:receipt` };
}

function derivedTable(object: MetadataObject, dimensions: readonly Attribute[], table: DerivedTable): TableModel {
  const name = derivedName(object.path, table.suffix);
  // A register without dimensions keeps one row, and an index needs something to stand on.
  const on = table.key.length === 0 ? ['(true)'] : table.key;
  return {
    name,
    key: `${object.id}:${table.suffix}`,
    path: object.path,
    fixed: table.fixed,
    fields: [...dimensions.map(fieldOf), ...table.fields],
    primaryKey: [],
    foreignKeys: [],
    indexes: [indexOn(derivedName(name, 'key'), on, { unique: true, nullsEqual: true })],
    ...(table.fillfactor === undefined ? {} : { fillfactor: table.fillfactor }),
    derivedFrom: object.id,
  };
}

/** Records that users and programs write: one per combination of dimensions and period. */
function recordsTable(object: MetadataObject, register: Register, configuration: Configuration): TableModel {
  const values = [...register.dimensions, ...register.resources, ...register.attributes];
  const periodicity = register.information?.periodicity ?? 'none';
  const periodic = periodicity !== 'none';
  const period: FixedColumn = { name: 'period', type: 'date', notNull: true };
  return {
    name: object.path,
    key: `${object.id}:records`,
    path: object.path,
    fixed: [...independentColumns, ...(periodic ? [period] : [])],
    fields: values.map(fieldOf),
    primaryKey: ['id'],
    foreignKeys: foreignKeysOf(values, configuration),
    indexes: [
      sliceIndex(object, register, periodic),
      ...(periodic ? [indexOn(derivedName(object.path, 'period'), ['period', 'id'])] : []),
    ],
    ...(periodicity === 'none' ? {} : { periodicity }),
  };
}

function sliceIndex(object: MetadataObject, { dimensions }: Register, periodic: boolean): Index {
  const on = [...quotedColumns(dimensions), ...(periodic ? [quoteIdentifier('period')] : [])];
  return indexOn(derivedName(object.path, 'key'), on.length === 0 ? ['(true)'] : on, {
    unique: true,
    nullsEqual: true,
  });
}

const independentColumns: readonly FixedColumn[] = [
  { name: 'id', type: 'uuid', notNull: true },
  { name: 'version', type: 'integer', notNull: true, default: '1' },
  { name: 'changedAt', type: 'timestamptz', notNull: true, default: 'now()' },
  { name: 'changedBy', type: 'uuid', notNull: false },
];
