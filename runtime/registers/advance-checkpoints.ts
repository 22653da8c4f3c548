import type { Configuration, MetadataObject } from '#platform';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { quoteIdentifier as q } from '../storage/quoting.ts';
import { checkpointLock } from './checkpoint-lock.ts';
import { columnList, type RegisterLayout, registerLayout } from './register-layout.ts';

/** How far a register's checkpoints got; `null` where it has no movements before the month wanted. */
export interface CheckpointProgress {
  readonly register: string;
  readonly border: string | null;
  /** Another posting of an earlier month came in between; the next run does it. */
  readonly interrupted: boolean;
}

/**
 * Brings the checkpoints of every balance register up to the month of `until` (an ISO date), month after month from the
 * last valid one. Safe to run at any time, any number of times:
 * a posting of an earlier month meanwhile only makes the result be thrown away.
 */
export async function advanceCheckpoints(
  database: Database,
  configuration: Configuration,
  until: string,
): Promise<CheckpointProgress[]> {
  const progress: CheckpointProgress[] = [];
  for (const layout of Object.values(configuration.objects).filter(keepsBalance).map(registerLayout)) {
    progress.push(await advance(database, layout, `${until.slice(0, 7)}-01`));
  }
  return progress;
}

function keepsBalance({ register }: MetadataObject): boolean {
  return register?.writing === 'recorder' && register.accumulation?.of === 'balance';
}

async function advance(database: Database, layout: RegisterLayout, until: string): Promise<CheckpointProgress> {
  let month = await announce(database, layout, until);
  let kept = true;
  while (kept && month !== undefined && month <= until) {
    kept = await makeCheckpoint(database, layout, month);
    month = following(month);
  }
  const { id, path } = layout.object;
  const [state] = await database.sql`select border from _checkpoints where register = ${id}`;
  return { register: path, border: state?.['border'] ?? null, interrupted: !kept };
}

/** Says which month is being built for, once no posting that does not know it is under way; answers where to begin. */
async function announce(database: Database, layout: RegisterLayout, until: string): Promise<string | undefined> {
  const { id } = layout.object;
  return inTransaction(database, async ({ sql }) => {
    await sql.unsafe(`select pg_advisory_xact_lock(${checkpointLock(layout)})`);
    const [state] = await sql`
      insert into _checkpoints as c (register, building) values (${id}, ${until}::date)
      on conflict (register) do update set building = excluded.building returning c.border`;
    if (state?.['border']) return following(state['border']);
    const [first] = await sql.unsafe(`select min(month) as month from ${q(layout.turnovers)}`);
    return first?.['month'] ?? undefined;
  });
}

/** Makes the checkpoint of a month from the one before it; false when a posting of an earlier month came in between. */
async function makeCheckpoint(database: Database, layout: RegisterLayout, month: string): Promise<boolean> {
  const { id } = layout.object;
  return inTransaction(database, async ({ sql }) => {
    await sql.unsafe(`delete from ${q(layout.checkpoints)} where month = $1::date`, [month]);
    await sql.unsafe(nextCheckpoint(layout), [month]);
    await sql.unsafe(`select pg_advisory_xact_lock(${checkpointLock(layout)})`);
    const moved = await sql`
      update _checkpoints set border = ${month}::date where register = ${id} and building is not null returning border`;
    return moved.length > 0;
  });
}

function nextCheckpoint(layout: RegisterLayout): string {
  const key = columnList(layout.key);
  const resources = columnList(layout.resources);
  const sums = layout.resources.map(name => `sum(${q(name)})`);
  const before = `($1::date - interval '1 month')::date`;
  return `insert into ${q(layout.checkpoints)} (month, ${key === '' ? '' : `${key}, `}${resources})
    select $1::date, ${key === '' ? '' : `${key}, `}${sums.join(', ')} from (
      select ${[key, resources].filter(part => part !== '').join(', ')} from ${q(layout.checkpoints)} where month = ${before}
      union all
      select ${[key, resources].filter(part => part !== '').join(', ')} from ${q(layout.turnovers)} where month = ${before}) as parts
    ${key === '' ? '' : `group by ${key}`} having ${sums.map(sum => `${sum} <> 0`).join(' or ')}`;
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? { year: year + 1, number: 1 } : { year, number: number + 1 };
  return `${String(next.year).padStart(4, '0')}-${String(next.number).padStart(2, '0')}-01`;
}
