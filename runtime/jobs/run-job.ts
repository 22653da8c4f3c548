import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Problem, ProblemError } from '#platform';
import type { Session } from '../session/session.ts';
import type { Database } from '../storage/database.ts';
import { problemsOf } from '../storage/postgres-problems.ts';
import { type ClaimedJob, vouchFor } from './claim-job.ts';
import type { JobHandler, Progress } from './job.ts';
import { type JobChannel, notify } from './job-channel.ts';

const pulseMs = 5_000;

/** What one run of a job needs beside the job. */
export interface JobSurroundings {
  readonly session: Session;
  readonly handler: JobHandler;
  readonly channel: JobChannel;
  readonly log: Logger;
  /** The server stops: the job is left for whoever takes it up next. */
  readonly stopping: AbortSignal;
}

type Outcome =
  | { readonly state: 'done'; readonly result: unknown }
  | { readonly state: 'failed'; readonly problems: readonly Problem[] }
  | { readonly state: 'cancelled' | 'waiting' };

/** Runs a job that was taken, and writes down how it ended. Never throws for what the handler does. */
export async function runJob(job: ClaimedJob, around: JobSurroundings): Promise<void> {
  const { database } = around.session;
  const fate = new AbortController();
  const check = async () => {
    const answer = await vouchFor(database, job);
    if (answer !== 'wanted') fate.abort(answer);
  };
  const pulse = setInterval(() => void check().catch(error => fate.abort(error)), pulseMs);
  const unsubscribe = around.channel.subscribe((schema, id) => {
    if (schema === database.schema && id === job.id) void check().catch(error => fate.abort(error));
  });
  try {
    const signal = AbortSignal.any([fate.signal, around.stopping]);
    const outcome = await outcomeOf(job, { ...around, signal, isCancelled: () => fate.signal.reason === 'cancelled' });
    await end(database, job, outcome);
  } finally {
    clearInterval(pulse);
    unsubscribe();
  }
}

async function outcomeOf(
  job: ClaimedJob,
  around: JobSurroundings & { readonly signal: AbortSignal; readonly isCancelled: () => boolean },
): Promise<Outcome> {
  const { session, handler, signal, log } = around;
  try {
    const report = (progress: Progress) => writeProgress(session.database, job, progress);
    const result = await handler({ session, parameters: job.parameters, saved: job.saved, signal, report });
    // A handler may end early in silence when it is told to stop.
    return signal.aborted ? interrupted(around.isCancelled()) : { state: 'done', result };
  } catch (error) {
    if (signal.aborted) return interrupted(around.isCancelled());
    const known = error instanceof ProblemError ? error.problems : problemsOf(error);
    if (known !== undefined) return { state: 'failed', problems: known };
    const errorId = randomUUID().slice(0, 8);
    log.error({ error, errorId, job: job.id, kind: job.kind }, 'a job failed');
    return { state: 'failed', problems: [{ code: 'job-failed', parameters: { errorId } }] };
  }
}

function interrupted(isCancelled: boolean): Outcome {
  return { state: isCancelled ? 'cancelled' : 'waiting' };
}

/** A run whose job was taken over by another server writes nothing: `run` is not its own any more. */
async function writeProgress(database: Database, job: ClaimedJob, progress: Progress): Promise<void> {
  await database.sql.unsafe(
    `update _jobs set done = $3, total = $4, stage = $5, saved = coalesce($6, saved), "aliveAt" = now()
     where id = $1 and run = $2`,
    [job.id, job.run, progress.done, progress.total, progress.stage, json(database, progress.saved)],
  );
  await notify(database, job.id);
}

async function end(database: Database, job: ClaimedJob, outcome: Outcome): Promise<void> {
  const result = outcome.state === 'done' ? outcome.result : undefined;
  const problems = outcome.state === 'failed' ? outcome.problems : [];
  await database.sql.unsafe(
    `update _jobs set state = $3, result = $4, problems = $5,
       "endedAt" = case when $3 = 'waiting' then null else now() end
     where id = $1 and run = $2 and state = 'running'`,
    [job.id, job.run, outcome.state, json(database, result), json(database, problems)],
  );
  await notify(database, job.id);
}

function json(database: Database, value: unknown) {
  // What handlers return and save is plain data by contract; the driver's type says the same more narrowly.
  return value === undefined ? null : database.sql.json(value as never);
}
