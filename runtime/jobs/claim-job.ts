import type { Database } from '../storage/database.ts';

/** A job this server has taken. `run` is the mark of this taking: whoever takes the job later has another. */
export interface ClaimedJob {
  readonly id: string;
  readonly run: string;
  readonly kind: string;
  readonly parameters: unknown;
  readonly saved: unknown;
  readonly user: string | null;
}

/** A running job that nobody has vouched for during this time is taken over: its server died. */
const silenceSecondsMax = 30;

/**
 * Takes the oldest job that waits or whose server died; undefined when there is none. Servers that ask at the same
 * time get different jobs.
 */
export async function claimJob(database: Database, run: string): Promise<ClaimedJob | undefined> {
  const [row] = await database.sql.unsafe(
    `update _jobs set state = 'running', run = $1, "aliveAt" = now(), "startedAt" = coalesce("startedAt", now())
     where id = (
       select id from _jobs
       where state = 'waiting' or (state = 'running' and "aliveAt" < now() - interval '${silenceSecondsMax} seconds')
       order by "createdAt" for update skip locked limit 1)
     returning id, kind, parameters, saved, "user"`,
    [run],
  );
  if (row === undefined) return undefined;
  return {
    id: String(row['id']),
    run,
    kind: String(row['kind']),
    parameters: row['parameters'],
    saved: row['saved'] ?? undefined,
    user: typeof row['user'] === 'string' ? row['user'] : null,
  };
}

/** Says that the job is alive and asks whether it is still wanted. */
export async function vouchFor(database: Database, job: ClaimedJob): Promise<'wanted' | 'cancelled' | 'lost'> {
  const [row] = await database.sql.unsafe(
    `update _jobs set "aliveAt" = now() where id = $1 and run = $2 and state = 'running' returning "cancelAsked"`,
    [job.id, job.run],
  );
  if (row === undefined) return 'lost';
  return row['cancelAsked'] === true ? 'cancelled' : 'wanted';
}
