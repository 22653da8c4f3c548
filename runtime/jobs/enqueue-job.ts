import { randomUUID } from 'node:crypto';
import type { Session } from '../session/session.ts';
import type { Database } from '../storage/database.ts';
import type { Job } from './job.ts';
import { notify } from './job-channel.ts';
import { jobColumns, jobOf } from './job-row.ts';

/** Puts a job into the queue within the caller's transaction: it starts when that commits, and never if it does not. */
export async function enqueueJob(session: Session, request: { kind: string; parameters: unknown }): Promise<Job> {
  return insertJob(session.database, { ...request, user: session.user.id });
}

/** The same on behalf of nobody: the job runs with the rights of the system. */
export async function insertJob(
  database: Database,
  request: { kind: string; parameters: unknown; user: string | null },
): Promise<Job> {
  const rows = await database.sql.unsafe(
    `insert into _jobs (id, kind, parameters, "user") values ($1, $2, $3, $4) returning ${jobColumns}`,
    [randomUUID(), request.kind, database.sql.json(request.parameters as never), request.user],
  );
  const job = jobOf(rows[0] ?? {});
  await notify(database, job.id);
  return job;
}
