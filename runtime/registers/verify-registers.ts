import type { Configuration, MetadataObject } from '#platform';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import { type DerivedTable, derivedTables } from './movement-sums.ts';
import { columnList, type RegisterLayout, registerLayout } from './register-layout.ts';

/** One key whose stored figures are not what the movements say; `null` where there is no row. */
export interface RegisterDifference {
  readonly register: string;
  readonly table: string;
  readonly key: Readonly<Record<string, string | null>>;
  readonly stored: Readonly<Record<string, string>> | null;
  readonly expected: Readonly<Record<string, string>> | null;
}

/** Differences listed per table at most: a broken register need not fill the memory. */
const differencesMax = 1_000;

/**
 * Recomputes totals, turnovers and valid checkpoints of every register from its movements, in one snapshot, and answers
 * each key that differs: none in a sound infobase.
 */
export async function verifyRegisters(database: Database, configuration: Configuration): Promise<RegisterDifference[]> {
  const layouts = Object.values(configuration.objects).filter(keepsTotalsOfMovements).map(registerLayout);
  const verify = async (snapshot: Database) => {
    const found: RegisterDifference[] = [];
    for (const layout of layouts) {
      const border = layout.keepsBalance ? [checkpointsTable(layout)] : [];
      for (const table of [...derivedTables(layout), ...border])
        found.push(...(await differences(snapshot, layout, table)));
    }
    return found;
  };
  return inTransaction(database, verify, { isolation: 'repeatable read' });
}

function keepsTotalsOfMovements({ register }: MetadataObject): boolean {
  return register?.writing === 'recorder' && register.accumulation !== undefined;
}

async function differences(
  database: Database,
  layout: RegisterLayout,
  table: DerivedTable,
): Promise<RegisterDifference[]> {
  const rows = await database.sql.unsafe(comparison(table));
  return rows.map(({ key, stored, expected }) => ({
    register: layout.object.path,
    table: table.table,
    key,
    stored,
    expected,
  }));
}

/** Both sides as one bag of rows, stored ones counted against expected ones: nulls in keys compare as equal. */
function comparison({ key, values, stored, expected }: DerivedTable): string {
  const columns = columnList([...key, ...values]);
  const object = (names: readonly string[]) =>
    names.length === 0
      ? `'{}'::jsonb`
      : `jsonb_build_object(${names.map(name => `${quoteLiteral(name)}, ${q(name)}::text`).join(', ')})`;
  const side = (sign: number) => `(jsonb_agg(${object(values)}) filter (where side = ${sign}))->0`;
  return `select ${object(key)} as key, ${side(-1)} as stored, ${side(1)} as expected from (
    select ${columns}, sum(side) as side from (
      select ${columns}, 1 as side from (${expected}) e union all select ${columns}, -1 from (${stored}) s) sides
    group by ${columns} having sum(side) <> 0) differing
  ${key.length === 0 ? 'having count(*) > 0' : `group by ${columnList(key)}`} limit ${differencesMax}`;
}

/** Every valid checkpoint: for each month up to the border, the sum of all movements before it. */
function checkpointsTable(layout: RegisterLayout): DerivedTable {
  const key = ['month', ...layout.key];
  const values = layout.resources;
  const border = `(select border from _checkpoints where register = ${quoteLiteral(layout.object.id)})`;
  const first = `(select date_trunc('month', min(period)) from ${q(layout.movements)})`;
  const months = `(select month::date from generate_series(${first}, ${border}, interval '1 month') month)`;
  const sums = values.map(name => `sum(${q(name)})`);
  const named = sums.map((sum, index) => `${sum} as ${q(values[index] ?? '')}`).join(', ');
  const nothing = sums.map(sum => `${sum} <> 0`).join(' or ');
  return {
    table: layout.checkpoints,
    key,
    values,
    stored: `select ${columnList([...key, ...values])} from ${q(layout.checkpoints)} where month <= ${border}`,
    expected: `select ${columnList(key)}, ${named} from ${months} months
      join ${q(layout.movements)} m on m.period < months.month group by ${columnList(key)} having ${nothing}`,
  };
}
