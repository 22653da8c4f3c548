import { columnsOf } from '../columns.ts';
import { quoteIdentifier as q } from '../quoting.ts';
import type { Field } from '../table-model.ts';
import type { TablePair } from './compared.ts';
import type { Conversion } from './conversions.ts';
import type { DraftStep } from './migration-plan.ts';
import type { Rename } from './rename-all.ts';
import type { Draft } from './stages.ts';

/** A field in both versions of a table. */
export interface FieldPair {
  readonly old: Field;
  readonly now: Field;
}

/** The columns that stay, under their old and new names. */
export function columnRenames(pairs: readonly FieldPair[]): Rename[] {
  return pairs.flatMap(({ old, now }) => {
    const next = columnsOf(now);
    return columnsOf(old).flatMap(({ name }, index) => {
      const to = next[index]?.name;
      return to === undefined ? [] : [{ from: name, to }];
    });
  });
}

/** What gives the values of a field another form. */
export function convertedColumn(tables: TablePair, fields: FieldPair, conversion: Conversion): Draft {
  const { old, now } = fields;
  const count = (condition: string) => `select count(*) from ${q(tables.old.name)} where ${condition}`;
  const { losing, impossible } = conversion;
  const step: DraftStep = {
    change: 'converted',
    path: now.path,
    from: old.type,
    to: now.type,
    countRows: `select count(${q(old.name)}) from ${q(tables.old.name)}`,
    ...(losing === undefined ? {} : { countLosing: count(losing) }),
    ...(impossible === undefined ? {} : { countImpossible: count(impossible) }),
  };
  return { steps: [step], rebuild: [], stages: { convert: statements(tables.now.name, fields, conversion) } };
}

/** Conversions are written over the old column and run after the renames. */
function statements(table: string, { old, now }: FieldPair, { using, usingType }: Conversion): string[] {
  const renamed = (sql: string) =>
    columnRenames([{ old, now }]).reduce((text, { from, to }) => text.replaceAll(q(from), q(to)), sql);
  const [column, typeColumn] = columnsOf(now);
  if (column === undefined) return [];
  const alter = `alter table ${q(table)}`;
  const hadType = columnsOf(old).length > 1;
  // Both columns of a composite reference are read before either is written.
  if (typeColumn !== undefined && usingType !== undefined) {
    const set = `${q(column.name)} = ${renamed(using)}, ${q(typeColumn.name)} = ${renamed(usingType)}`;
    const widened = hadType ? [] : [`${alter} add column ${q(typeColumn.name)} text`];
    return [...widened, `update ${q(table)} set ${set}`];
  }
  const narrowed = hadType ? [`${alter} drop column ${q(`${old.name}:type`)}`] : [];
  return [`${alter} alter column ${q(column.name)} type ${column.type} using ${renamed(using)}`, ...narrowed];
}
