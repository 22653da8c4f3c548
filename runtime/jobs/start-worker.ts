import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Session } from '../session/session.ts';
import type { Database } from '../storage/database.ts';
import { type ClaimedJob, claimJob } from './claim-job.ts';
import { insertJob } from './enqueue-job.ts';
import type { JobHandlers } from './job.ts';
import type { JobChannel } from './job-channel.ts';
import { runJob } from './run-job.ts';

/** An infobase as the worker sees it. */
export interface JobPlace {
  readonly database: Database;
  /** The session of a user as she is now, or of the system for null; undefined when she may not work any more. */
  readonly sessionOf: (user: string | null) => Promise<Session | undefined>;
}

export interface WorkerOptions {
  readonly places: () => Promise<readonly JobPlace[]>;
  readonly handlers: JobHandlers;
  /** Kinds that come round by themselves, and after how many minutes. */
  readonly periodic: Readonly<Record<string, number>>;
  readonly channel: JobChannel;
  readonly log: Logger;
  readonly jobsMax: number;
  readonly pollMs: number;
}

export interface Worker {
  /** Lets nothing new start, tells what runs to stop, and waits for it; interrupted jobs go back into the queue. */
  readonly stop: () => Promise<void>;
}

const keptDays = 30;

/** Takes jobs of all infobases as they come: at once when told of them, and by asking from time to time. */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let round: Promise<void> | undefined;
  let isAskedAgain = false;

  const wake = () => {
    if (stopping.signal.aborted) return;
    if (round !== undefined) {
      isAskedAgain = true;
      return;
    }
    round = takeJobs()
      .catch(error => options.log.warn({ error }, 'the queue of jobs could not be read'))
      .finally(() => {
        round = undefined;
        if (isAskedAgain) wake();
      });
  };

  const takeJobs = async () => {
    isAskedAgain = false;
    for (const place of await options.places()) {
      while (running.size < options.jobsMax && !stopping.signal.aborted) {
        const job = await claimJob(place.database, randomUUID());
        if (job === undefined) break;
        const work = execute(place, job, { ...options, stopping: stopping.signal })
          .catch(error => options.log.error({ error, job: job.id }, 'a job was lost'))
          .finally(() => {
            running.delete(work);
            wake();
          });
        running.add(work);
      }
    }
  };

  const unsubscribe = options.channel.subscribe(wake);
  const poll = setInterval(() => {
    void scheduleRounds(options).catch(error => options.log.warn({ error }, 'periodic jobs could not be scheduled'));
    wake();
  }, options.pollMs);
  wake();
  return {
    stop: async () => {
      clearInterval(poll);
      unsubscribe();
      stopping.abort();
      await round;
      await Promise.all(running);
    },
  };
}

async function execute(
  place: JobPlace,
  job: ClaimedJob,
  options: WorkerOptions & { readonly stopping: AbortSignal },
): Promise<void> {
  const session = await place.sessionOf(job.user);
  const handler = Object.hasOwn(options.handlers, job.kind) ? options.handlers[job.kind] : undefined;
  if (session === undefined || handler === undefined) {
    await place.database.sql.unsafe(
      `update _jobs set state = 'cancelled', "endedAt" = now() where id = $1 and run = $2`,
      [job.id, job.run],
    );
    return;
  }
  await runJob(job, { session, handler, channel: options.channel, log: options.log, stopping: options.stopping });
}

/** Puts periodic jobs into each queue when their time has come, and forgets jobs that ended long ago. */
async function scheduleRounds({ places, periodic }: WorkerOptions): Promise<void> {
  for (const { database } of await places()) {
    for (const [kind, minutes] of Object.entries(periodic)) {
      const [row] = await database.sql.unsafe(
        `select 1 from _jobs where kind = $1
           and (state in ('waiting', 'running') or "createdAt" > now() - make_interval(mins => $2)) limit 1`,
        [kind, minutes],
      );
      if (row === undefined) await insertJob(database, { kind, parameters: {}, user: null });
    }
    await database.sql.unsafe(`delete from _jobs where "endedAt" < now() - interval '${keptDays} days'`);
  }
}
