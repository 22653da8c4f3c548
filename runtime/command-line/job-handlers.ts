import { sql } from 'kysely';
import type { JobHandler, JobHandlers } from '../jobs/job.ts';
import { type RepostRequest, repostDocuments } from '../posting/repost-documents.ts';
import { type RepostSelection, repostSource } from '../posting/repost-selection.ts';
import { advanceCheckpoints } from '../registers/advance-checkpoints.ts';
import type { Session } from '../session/session.ts';

/** Posts documents once more; an interrupted run goes on after the last batch that was committed. */
const repost: JobHandler = async ({ session, parameters, saved, signal, report }) => {
  const selection = parameters as RepostRequest;
  const former = saved as Former | undefined;
  const total = former?.total ?? (await countSelection(session, selection));
  await report({ done: former?.done ?? 0, total, stage: 'posting' });
  const result = await repostDocuments(session, {
    ...selection,
    ...(former === undefined ? {} : { resume: former.place }),
    signal,
    report: async progress => {
      const done = (former?.done ?? 0) + progress.done + progress.refused;
      await report({ done, total, stage: 'posting', saved: { done, total, place: progress.place } satisfies Former });
    },
  });
  return { ...result, done: (former?.done ?? 0) + result.done };
};

async function countSelection(session: Session, selection: RepostSelection): Promise<number> {
  const query = sql<{ count: string }>`select count(*) from (${repostSource(session, selection)}) as documents`;
  return Number((await query.execute(session.database.query)).rows[0]?.count);
}

interface Former {
  readonly done: number;
  readonly total: number;
  readonly place: NonNullable<RepostRequest['resume']>;
}

/** Carries the checkpoints of settled months forward, so that balances at any date stay cheap. */
const checkpoints: JobHandler = async ({ session }) => {
  const today = session.clock().toISOString().slice(0, 10);
  return advanceCheckpoints(session.database, session.infobase.configuration, today);
};

/** The kinds of long work there are. */
export const jobHandlers: JobHandlers = { repost, checkpoints };

/** Those that come round by themselves, and after how many minutes. */
export const periodicJobs = { checkpoints: 60 } as const;
