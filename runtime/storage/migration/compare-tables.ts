import { addForeignKey, createIndex, createTable } from '../create-statements.ts';
import { quoteIdentifier as q } from '../quoting.ts';
import type { TableModel } from '../table-model.ts';
import { compareAttachments, indexRenames } from './compare-attachments.ts';
import { compareFields, sameField } from './compare-fields.ts';
import type { Compared, TablePair } from './compared.ts';
import { renameAll } from './rename-all.ts';
import { combine, type Draft } from './stages.ts';

/** What must be done to the tables, matched by permanent keys. Pure. */
export function compareTables(compared: Compared): Draft {
  const now = new Map(compared.now.map(table => [table.key, table]));
  const oldKeys = new Set(compared.old.map(({ key }) => key));
  const pairs = compared.old.flatMap((old): TablePair[] => {
    const same = now.get(old.key);
    return same === undefined ? [] : [{ old, now: same }];
  });
  const [kept, replaced] = [
    pairs.filter(pair => staysAsIs(pair, compared)),
    pairs.filter(pair => !staysAsIs(pair, compared)),
  ];
  return combine([
    ...compared.old.filter(({ key }) => !now.has(key)).map(dropped),
    ...replaced.map(({ old }) => droppedToReplace(old)),
    { steps: [], rebuild: [], stages: { rename: [...renamedTables(kept), ...indexRenames(kept, compared)] } },
    ...kept.flatMap(pair => [compareFields(pair, compared), compareAttachments(pair, compared)]),
    ...compared.now.filter(({ key }) => !oldKeys.has(key)).map(created),
    ...replaced.map(({ now }) => created(now)),
  ]);
}

/** What is derived is made anew when its columns change; what holds facts always stays. */
function staysAsIs({ old, now }: TablePair, compared: Compared): boolean {
  if (now.derivedFrom === undefined) return true;
  const fixed = JSON.stringify(old.fixed) === JSON.stringify(now.fixed);
  return (
    fixed &&
    old.fields.length === now.fields.length &&
    old.fields.every((field, index) => {
      const other = now.fields[index];
      return other !== undefined && field.key === other.key && sameField({ old: field, now: other }, compared);
    })
  );
}

function dropped(table: TableModel): Draft {
  const lost = { change: 'lost', path: table.path, countRows: `select count(*) from ${q(table.name)}` } as const;
  const derived = table.derivedFrom !== undefined;
  // Foreign keys of tables that stay are released first; those among dropped tables go with `cascade`.
  return { steps: derived ? [] : [lost], rebuild: [], stages: { drop: [`drop table ${q(table.name)} cascade`] } };
}

function droppedToReplace(table: TableModel): Draft {
  return { steps: [], rebuild: [], stages: { drop: [`drop table ${q(table.name)}`] } };
}

function created(table: TableModel): Draft {
  const derived = table.derivedFrom !== undefined;
  return {
    steps: derived ? [] : [{ change: 'added', path: table.path }],
    rebuild: table.derivedFrom === undefined ? [] : [table.derivedFrom],
    stages: {
      create: [createTable(table)],
      index: table.indexes.map(index => createIndex(table.name, index)),
      bind: table.foreignKeys.map(key => addForeignKey(table.name, key)),
    },
  };
}

function renamedTables(pairs: readonly TablePair[]): string[] {
  const renames = pairs.map(({ old, now }) => ({ from: old.name, to: now.name }));
  return renameAll(renames, (from, to) => `alter table ${q(from)} rename to ${q(to)}`);
}
