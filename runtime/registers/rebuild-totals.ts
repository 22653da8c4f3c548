import type { MetadataObject } from '#platform';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import { derivedTables } from './movement-sums.ts';
import { columnList, registerLayout } from './register-layout.ts';

/**
 * Statements that make everything derived of a register anew from its movements: for repair, and for a migration that
 * changed its dimensions. To be run in one transaction; postings wait meanwhile. Empty for a register that derives nothing.
 */
export function rebuildTotalsSql(object: MetadataObject): string[] {
  const layout = registerLayout(object);
  const tables = derivedTables(layout);
  if (tables.length === 0) return [];
  const forget = [
    `delete from ${q(layout.checkpoints)}`,
    `delete from _checkpoints where register = ${quoteLiteral(object.id)}`,
  ];
  return [
    `lock table ${q(layout.movements)} in share row exclusive mode`,
    ...tables.flatMap(({ table, key, values, expected }) => {
      const shard = table === layout.turnovers ? ', shard' : '';
      return [
        `delete from ${q(table)}`,
        `insert into ${q(table)} (${columnList([...key, ...values])}${shard}) select made.*${shard && ', 0'} from (${expected}) as made`,
      ];
    }),
    ...(layout.keepsBalance ? forget : []),
  ];
}

/** Makes the totals, turnovers and checkpoints of a register anew from its movements. */
export async function rebuildTotals(database: Database, object: MetadataObject): Promise<void> {
  await inTransaction(database, async ({ sql }) => {
    for (const statement of rebuildTotalsSql(object)) await sql.unsafe(statement);
  });
}
