import type { Configuration } from '#platform';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { quoteIdentifier as q } from '../storage/quoting.ts';
import { columnList, type RegisterLayout, registerLayout } from './register-layout.ts';

/**
 * Joins the shards of turnovers of the months before `until` (an ISO date) into one row per key, so that readers find
 * less to add up. Safe to run at any time; postings of the same keys wait for it.
 */
export async function joinShards(database: Database, configuration: Configuration, until: string): Promise<void> {
  for (const object of Object.values(configuration.objects)) {
    if (object.register === undefined) continue;
    const layout = registerLayout(object);
    if (!layout.keepsTurnovers || layout.keepsTotals) continue;
    await inTransaction(database, ({ sql }) => sql.unsafe(joining(layout), [`${until.slice(0, 7)}-01`]));
  }
}

function joining(layout: RegisterLayout): string {
  const key = columnList(['month', ...layout.key]);
  const columns = layout.flows.map(flow => flow.column);
  const sums = columns.map(name => `sum(${q(name)})`).join(', ');
  const additions = columns.map(name => `${q(name)} = t.${q(name)} + excluded.${q(name)}`).join(', ');
  return `with scattered as (delete from ${q(layout.turnovers)} where shard <> 0 and month < $1::date returning *)
    insert into ${q(layout.turnovers)} as t (shard, ${key}, ${columnList(columns)})
    select 0, ${key}, ${sums} from scattered group by ${key} order by ${key}
    on conflict (${columnList(['month', 'shard', ...layout.key])}) do update set ${additions}`;
}
