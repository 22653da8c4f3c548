import type { Problem } from '#platform';
import type { Session } from '../session/session.ts';

/** Where a job stands; 'running' jobs whose server died are taken up again. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job as it is kept; problems are worded by whoever shows them. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number | null;
  readonly stage: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly result: unknown;
  readonly problems: readonly Problem[];
}

/** How far a job is. `saved` is what the handler is given back when it must start again after a restart. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly stage: string;
  readonly saved?: unknown;
}

/** What a handler works with. The session is that of the user who asked, with the rights she has now. */
export interface JobRun {
  readonly session: Session;
  readonly parameters: unknown;
  /** What the last reported progress saved; undefined on the first start. */
  readonly saved: unknown;
  /** Aborted when somebody cancels the job or the server stops; the handler then throws or returns early. */
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => Promise<void>;
}

/**
 * The work of one kind of job; what it returns is kept as the result. It may be started again from its saved state
 * after a crash, so each step it takes must do no harm when taken twice.
 */
export type JobHandler = (run: JobRun) => Promise<unknown>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;
