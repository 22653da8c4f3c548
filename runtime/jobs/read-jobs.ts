import { ProblemError } from '#platform';
import type { Session } from '../session/session.ts';
import type { Job } from './job.ts';
import { notify } from './job-channel.ts';
import { jobColumns, jobOf } from './job-row.ts';

const jobsShownMax = 100;

/** Jobs the user may see, newest first: her own, or everybody's for an administrator. */
export async function listJobs(session: Session): Promise<readonly Job[]> {
  const rows = await session.database.sql.unsafe(
    `select ${jobColumns} from _jobs where "user" = $1 or $2 order by "createdAt" desc limit ${jobsShownMax}`,
    [session.user.id, seesAll(session)],
  );
  return rows.map(jobOf);
}

/** One job; the problem `job-unknown` when there is none or it is somebody else's. */
export async function readJob(session: Session, id: string): Promise<Job> {
  const rows = await session.database.sql.unsafe(
    `select ${jobColumns} from _jobs where id = $1 and ("user" = $2 or $3)`,
    [id, session.user.id, seesAll(session)],
  );
  return oneOf(rows);
}

/**
 * Asks a job to stop. One that waits is cancelled at once, one that runs when its handler notices; one that has ended
 * stays as it is.
 */
export async function cancelJob(session: Session, id: string): Promise<Job> {
  const rows = await session.database.sql.unsafe(
    `update _jobs set "cancelAsked" = state in ('waiting', 'running'),
       "endedAt" = case when state = 'waiting' then now() else "endedAt" end,
       state = case when state = 'waiting' then 'cancelled' else state end
     where id = $1 and ("user" = $2 or $3) returning ${jobColumns}`,
    [id, session.user.id, seesAll(session)],
  );
  const job = oneOf(rows);
  await notify(session.database, id);
  return job;
}

function seesAll(session: Session): boolean {
  return session.rights.system.has('administer');
}

function oneOf(rows: readonly Readonly<Record<string, unknown>>[]): Job {
  const [row] = rows;
  if (row === undefined) throw new ProblemError([{ code: 'job-unknown', parameters: {} }]);
  return jobOf(row);
}
