import { columnsOf } from '../columns.ts';
import { columnDefinition, fieldDefinitions } from '../create-statements.ts';
import { quoteIdentifier as q } from '../quoting.ts';
import type { Field, TableModel } from '../table-model.ts';
import type { Compared, TablePair } from './compared.ts';
import { type Conversion, conversionOf, targetIds } from './conversions.ts';
import { columnRenames, convertedColumn, type FieldPair } from './convert-column.ts';
import type { DraftStep } from './migration-plan.ts';
import { renameAll } from './rename-all.ts';
import { combine, type Draft } from './stages.ts';

/** What must be done to the columns of a table that stays. */
export function compareFields(pair: TablePair, compared: Compared): Draft {
  const { old, now } = pair;
  const pairs = fieldPairs(pair);
  const oldKeys = new Set(old.fields.map(({ key }) => key));
  const changed = pairs.map(fields => ({ fields, conversion: conversionFor(fields, compared) }));
  const lost = changed.filter(({ conversion }) => conversion === 'none').map(({ fields }) => fields);
  const gone = old.fields.filter(({ key }) => !now.fields.some(field => field.key === key));
  const fresh = now.fields.filter(({ key }) => !oldKeys.has(key));
  const derived = now.derivedFrom !== undefined;
  const draft = combine([
    renamed(
      pair,
      pairs.filter(fields => !lost.includes(fields)),
    ),
    fixedColumns(pair),
    ...[...gone, ...lost.map(({ old }) => old)].map(field => removed(old, field)),
    ...changed.flatMap(({ fields, conversion }) =>
      conversion === 'none' || conversion === 'same' ? [] : [convertedColumn(pair, fields, conversion)],
    ),
    ...[...fresh, ...lost.map(({ now }) => now)].map(field => added(now, field)),
  ]);
  return derived ? { ...draft, steps: [] } : draft;
}

/** Whether values stay as they are, up to the names of what they point to. */
export function sameField({ old, now }: FieldPair, compared: Compared): boolean {
  return conversionFor({ old, now }, compared) === 'same' && old.notNull === now.notNull;
}

/**
 * Old column name → new one, both quoted. A column that goes has a name no other has, even where a new column takes over
 * its old one.
 */
export function namesInPair(pair: TablePair, compared: Compared): ReadonlyMap<string, string> {
  const pairs = fieldPairs(pair).filter(fields => conversionFor(fields, compared) !== 'none');
  const gone = pair.old.fields.flatMap(columnsOf).map(({ name }): [string, string] => [q(name), q(`:gone:${name}`)]);
  return new Map([...gone, ...columnRenames(pairs).map(({ from, to }): [string, string] => [q(from), q(to)])]);
}

function fieldPairs({ old, now }: TablePair): FieldPair[] {
  const byKey = new Map(now.fields.map(field => [field.key, field]));
  return old.fields.flatMap(field => {
    const same = byKey.get(field.key);
    return same === undefined ? [] : [{ old: field, now: same }];
  });
}

function conversionFor({ old, now }: FieldPair, { before, after }: Compared): Conversion | 'same' | 'none' {
  if (before === null) return 'same';
  const identity = (type: Field['type'], ids: string[]) => [type.storage, type.length, type.precision, type.scale, ids];
  const from = identity(old.type, targetIds(old.type, before));
  const to = identity(now.type, targetIds(now.type, after));
  if (JSON.stringify(from) === JSON.stringify(to)) return 'same';
  const columns = { column: q(old.name), typeColumn: q(`${old.name}:type`) };
  return conversionOf({ ...columns, from: old.type, to: now.type, before, after }) ?? 'none';
}

function renamed({ old, now }: TablePair, pairs: readonly FieldPair[]): Draft {
  const steps: DraftStep[] = pairs
    .filter(({ old, now }) => old.name !== now.name)
    .map(({ old, now }) => ({ change: 'renamed', path: now.path, before: old.path }));
  const table: DraftStep[] = old.name === now.name ? [] : [{ change: 'renamed', path: now.path, before: old.path }];
  const rename = (from: string, to: string) => `alter table ${q(now.name)} rename column ${q(from)} to ${q(to)}`;
  return { steps: [...table, ...steps], rebuild: [], stages: { rename: renameAll(columnRenames(pairs), rename) } };
}

/** The earliest day there is: a record that had no period has always been so. */
const beginning = `date '0001-01-01'`;

function fixedColumns({ old, now }: TablePair): Draft {
  const isNew = (table: TableModel) => (column: { name: string }) =>
    !table.fixed.some(({ name }) => name === column.name);
  const gone = old.fixed.filter(isNew(now));
  const fresh = now.fixed.filter(isNew(old));
  const table = `alter table ${q(now.name)}`;
  const cut = now.periodicity !== old.periodicity && now.periodicity !== undefined && old.periodicity !== undefined;
  const losing = gone.map(({ name }): DraftStep => {
    return { change: 'lost', path: `${old.path}.${name}`, countRows: `select count(*) from ${q(old.name)}` };
  });
  return {
    steps: losing,
    rebuild: [],
    stages: {
      convert: [
        ...gone.map(({ name }) => `${table} drop column ${q(name)}`),
        ...(cut ? [`update ${q(now.name)} set period = date_trunc('${now.periodicity}', period)::date`] : []),
      ],
      create: fresh.flatMap(column => [
        `${table} add column ${columnDefinition({ ...column, default: column.default ?? beginning })}`,
        ...(column.default === undefined ? [`${table} alter column ${q(column.name)} drop default`] : []),
      ]),
    },
  };
}

function removed(old: TableModel, field: Field): Draft {
  const columns = columnsOf(field).map(({ name }) => q(name));
  const count = `select count(${columns[0]}) from ${q(old.name)}`;
  const drop = columns.map(column => `drop column ${column}`).join(', ');
  return {
    steps: [{ change: 'lost', path: field.path, countRows: count }],
    rebuild: [],
    stages: { drop: [`alter table ${q(old.name)} ${drop}`] },
  };
}

function added(now: TableModel, field: Field): Draft {
  const add = fieldDefinitions(field)
    .map(definition => `add column ${definition}`)
    .join(', ');
  return {
    steps: [{ change: 'added', path: field.path }],
    rebuild: [],
    stages: { create: [`alter table ${q(now.name)} ${add}`] },
  };
}
