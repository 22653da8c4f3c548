import { addForeignKey, createIndex } from '../create-statements.ts';
import { derivedName } from '../names.ts';
import { quoteIdentifier as q } from '../quoting.ts';
import type { ForeignKey, Index } from '../table-model.ts';
import { namesInPair } from './compare-fields.ts';
import type { Compared, TablePair } from './compared.ts';
import { renameAll } from './rename-all.ts';
import type { Draft } from './stages.ts';

/**
 * Indexes and foreign keys of a table that stays: the same ones keep their work, even under another name. The indexes of all
 * tables are renamed together, by `indexRenames`.
 */
export function compareAttachments(pair: TablePair, compared: Compared): Draft {
  const { old, now } = pair;
  const columns = namesInPair(pair, compared);
  const tableNames = tableRenames(compared);
  const indexes = matchedIndexes(pair, compared);
  const keys = matched(
    keyed(old.foreignKeys, key => foreignKeyKey(key, columns, tableNames)),
    keyed(now.foreignKeys, key => foreignKeyKey(key, none, none)),
  );
  const table = q(old.name);
  const constraint = (from: string, to: string) =>
    `alter table ${q(now.name)} rename constraint ${q(from)} to ${q(to)}`;
  return {
    steps: [],
    rebuild: [],
    stages: {
      release: [
        ...keys.gone.map(({ name }) => `alter table ${table} drop constraint ${q(name)}`),
        ...indexes.gone.map(({ name }) => `drop index ${q(name)}`),
      ],
      rename: renameAll(keys.kept, constraint),
      index: indexes.fresh.map(index => createIndex(now.name, index)),
      bind: keys.fresh.map(key => addForeignKey(now.name, key)),
    },
  };
}

/** Indexes of tables that stay have names of the whole schema: those of two tables may change places. */
export function indexRenames(pairs: readonly TablePair[], compared: Compared): string[] {
  const renames = pairs.flatMap(pair => {
    const { old, now } = pair;
    // The constraint of a primary key is called as its index, and follows it.
    const primary = { from: derivedName(old.name, 'id'), to: derivedName(now.name, 'id') };
    return [...matchedIndexes(pair, compared).kept, ...(old.primaryKey.length === 0 ? [] : [primary])];
  });
  return renameAll(renames, (from, to) => `alter index ${q(from)} rename to ${q(to)}`);
}

function matchedIndexes(pair: TablePair, compared: Compared) {
  const columns = namesInPair(pair, compared);
  return matched(
    keyed(pair.old.indexes, index => indexKey(index, columns)),
    keyed(pair.now.indexes, index => indexKey(index, none)),
  );
}

const none: ReadonlyMap<string, string> = new Map();

/** Old table name → new one. */
function tableRenames({ old, now }: Compared): ReadonlyMap<string, string> {
  const names = new Map(now.map(({ key, name }) => [key, name]));
  return new Map(old.map(({ key, name }) => [name, names.get(key) ?? `:gone:${name}`]));
}

function keyed<Part>(parts: readonly Part[], keyOf: (part: Part) => string): ReadonlyMap<string, Part> {
  return new Map(parts.map(part => [keyOf(part), part]));
}

/** Old and new ones that are equal but for their names, and the rest of either side. */
function matched<Part extends { readonly name: string }>(
  old: ReadonlyMap<string, Part>,
  now: ReadonlyMap<string, Part>,
) {
  const kept = [...old].flatMap(([key, { name: from }]) => {
    const same = now.get(key);
    return same === undefined ? [] : [{ from, to: same.name }];
  });
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, part]) => part);
  const fresh = [...now].filter(([key]) => !old.has(key)).map(([, part]) => part);
  return { gone, kept, fresh };
}

/** An index as its columns will be called; names stand quoted in the SQL of each part. */
function indexKey({ name: _, on, where, ...other }: Index, columns: ReadonlyMap<string, string>): string {
  const renamed = (sql: string) => sql.replaceAll(/"[^"]+"/g, found => columns.get(found) ?? found);
  return JSON.stringify([on.map(renamed), where === undefined ? '' : renamed(where), other]);
}

function foreignKeyKey(
  { columns, table, onDelete }: ForeignKey,
  columnNames: ReadonlyMap<string, string>,
  tableNames: ReadonlyMap<string, string>,
): string {
  const renamed = columns.map(column => columnNames.get(q(column)) ?? q(column));
  return JSON.stringify([renamed, tableNames.get(table) ?? table, onDelete]);
}
