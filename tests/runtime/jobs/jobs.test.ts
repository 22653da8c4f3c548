import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { ProblemError } from '#platform';
import { allRights } from '../../../runtime/access/rights.ts';
import { claimJob } from '../../../runtime/jobs/claim-job.ts';
import { enqueueJob } from '../../../runtime/jobs/enqueue-job.ts';
import type { Job, JobHandlers } from '../../../runtime/jobs/job.ts';
import { openJobChannel } from '../../../runtime/jobs/job-channel.ts';
import { cancelJob, listJobs, readJob } from '../../../runtime/jobs/read-jobs.ts';
import { startWorker } from '../../../runtime/jobs/start-worker.ts';
import type { Session } from '../../../runtime/session/session.ts';
import type { Database, DatabasePool } from '../../../runtime/storage/database.ts';
import { inTransaction } from '../../../runtime/storage/in-transaction.ts';
import { systemTableStatements } from '../../../runtime/storage/system-tables.ts';
import { testDatabase } from '../../support/database.ts';

const configuration = { packages: [], objects: {}, hash: '' };

function sessionOn(database: Database, rights: Session['rights'] = allRights): Session {
  return {
    infobase: { name: 'main', title: 'Main', configuration },
    user: { id: randomUUID(), login: 'anna', name: 'Anna', language: 'en', roles: [] },
    rights,
    language: 'en',
    database,
    clock: () => new Date(),
    random: randomBytes,
  };
}

async function queue(database: DatabasePool): Promise<Session> {
  for (const statement of systemTableStatements()) await database.sql.unsafe(statement);
  return sessionOn(database);
}

async function worker(session: Session, database: DatabasePool, handlers: JobHandlers, periodic = {}) {
  const channel = await openJobChannel(database.sql);
  const running = startWorker({
    places: async () => [{ database, sessionOf: async () => session }],
    handlers,
    periodic,
    channel,
    log: pino({ enabled: false }),
    jobsMax: 2,
    pollMs: 200,
  });
  return {
    channel,
    [Symbol.asyncDispose]: async () => {
      await running.stop();
      await channel.close();
    },
  };
}

async function until(session: Session, id: string, isThere: (job: Job) => boolean): Promise<Job> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const job = await readJob(session, id);
    if (isThere(job)) return job;
    await delay(20);
  }
  throw new Error(`The job stays as it is: ${JSON.stringify(await readJob(session, id))}`);
}

const hasEnded = (job: Job) => job.endedAt !== null;

test('a job runs, tells how far it is, and keeps its result', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  await using _ = await worker(session, database, {
    count: async ({ parameters, report }) => {
      await report({ done: 3, total: 7, stage: 'counting' });
      return { got: parameters };
    },
  });
  const { id } = await enqueueJob(session, { kind: 'count', parameters: { from: '2026-01-01' } });
  const job = await until(session, id, hasEnded);
  expect(job).toMatchObject({
    state: 'done',
    done: 3,
    total: 7,
    stage: 'counting',
    result: { got: { from: '2026-01-01' } },
  });
  expect(await listJobs(session)).toHaveLength(1);
});

test('a job that was put into the queue by a transaction that rolled back never runs', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  const runs: string[] = [];
  await using _ = await worker(session, database, { count: async () => runs.push('ran') });
  const failing = inTransaction(database, async bound => {
    await enqueueJob({ ...session, database: bound }, { kind: 'count', parameters: {} });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await delay(500);
  expect(runs).toEqual([]);
  expect(await listJobs(session)).toEqual([]);
});

test('a running job that is cancelled stops and says so', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  await using _ = await worker(session, database, {
    endless: ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  });
  const { id } = await enqueueJob(session, { kind: 'endless', parameters: {} });
  await until(session, id, job => job.state === 'running');
  await cancelJob(session, id);
  expect(await until(session, id, hasEnded)).toMatchObject({ state: 'cancelled', result: null });
});

test('a job that waits is cancelled at once and never runs', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  const { id } = await enqueueJob(session, { kind: 'count', parameters: {} });
  expect(await cancelJob(session, id)).toMatchObject({ state: 'cancelled' });
  expect(await claimJob(database, randomUUID())).toBeUndefined();
});

test('a job interrupted by the stop of its server goes on from its saved state', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  const starts: unknown[] = [];
  const handlers: JobHandlers = {
    batches: async ({ saved, report, signal }) => {
      starts.push(saved);
      if (saved !== undefined) return 'went on';
      await report({ done: 1, total: 2, stage: 'first', saved: { after: 1 } });
      await delay(60_000, undefined, { signal });
      return 'never';
    },
  };
  const { id } = await enqueueJob(session, { kind: 'batches', parameters: {} });
  {
    await using _ = await worker(session, database, handlers);
    await until(session, id, job => job.done === 1);
  }
  expect(await readJob(session, id)).toMatchObject({ state: 'waiting', done: 1 });
  await using _ = await worker(session, database, handlers);
  expect(await until(session, id, hasEnded)).toMatchObject({ state: 'done', result: 'went on' });
  expect(starts).toEqual([undefined, { after: 1 }]);
});

test('a job whose server was killed is taken over by another, and the first can write nothing more', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  const { id } = await enqueueJob(session, { kind: 'count', parameters: {} });
  await claimJob(database, randomUUID());
  expect(await claimJob(database, randomUUID())).toBeUndefined();
  await database.sql`update _jobs set "aliveAt" = now() - interval '1 hour' where id = ${id}`;
  const taken = await claimJob(database, randomUUID());
  expect(taken?.id).toBe(id);
});

test('many servers on one queue run each job once', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  const runs: unknown[] = [];
  const handlers: JobHandlers = {
    count: async ({ parameters }) => {
      runs.push(parameters);
      await delay(10);
    },
  };
  await using _one = await worker(session, database, handlers);
  await using _other = await worker(session, database, handlers);
  const jobs = await Promise.all(
    Array.from({ length: 30 }, (_, number) => enqueueJob(session, { kind: 'count', parameters: { number } })),
  );
  await Promise.all(jobs.map(job => until(session, job.id, hasEnded)));
  expect(runs).toHaveLength(30);
});

test('what a job refuses is kept as problems, and a failure nobody foresaw as a number', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  await using _ = await worker(session, database, {
    refuse: async () => {
      throw new ProblemError([{ code: 'object-unknown', parameters: { object: 'trade.Nothing' } }]);
    },
    fail: async () => {
      throw new TypeError('secret detail');
    },
  });
  const refused = await enqueueJob(session, { kind: 'refuse', parameters: {} });
  const failed = await enqueueJob(session, { kind: 'fail', parameters: {} });
  expect(await until(session, refused.id, hasEnded)).toMatchObject({
    state: 'failed',
    problems: [{ code: 'object-unknown' }],
  });
  const unforeseen = await until(session, failed.id, hasEnded);
  expect(unforeseen.problems).toMatchObject([{ code: 'job-failed' }]);
  expect(JSON.stringify(unforeseen)).not.toContain('secret');
});

test('a periodic job comes round by itself, once for its time', async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  const runs: string[] = [];
  await using _ = await worker(session, database, { tidy: async () => void runs.push('tidied') }, { tidy: 60 });
  await expect.poll(() => runs, { timeout: 5_000 }).toEqual(['tidied']);
  await delay(600);
  expect(runs).toEqual(['tidied']);
});

test("another user's job is as good as not there, except for an administrator", async () => {
  await using database = await testDatabase();
  const session = await queue(database);
  const { id } = await enqueueJob(session, { kind: 'count', parameters: {} });
  const other = sessionOn(database, { on: () => false, system: new Set() });
  await expect(readJob(other, id)).rejects.toThrow('job-unknown');
  await expect(cancelJob(other, id)).rejects.toThrow('job-unknown');
  expect(await listJobs(other)).toEqual([]);
  expect(await readJob(sessionOn(database), id)).toMatchObject({ state: 'waiting' });
});
