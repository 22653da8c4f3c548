import type { Problem } from '#platform';
import type { Job, JobState } from './job.ts';

/** Columns of `_jobs` that a job is shown by. */
export const jobColumns = 'id, kind, state, done, total, stage, "startedAt", "endedAt", result, problems';

const states: readonly JobState[] = ['waiting', 'running', 'done', 'failed', 'cancelled'];

/** A row of `_jobs` as a job. The columns were written by this folder only. */
export function jobOf(row: Readonly<Record<string, unknown>>): Job {
  const state = states.find(known => known === row['state']);
  if (state === undefined) throw new Error(`A job has the unknown state ${String(row['state'])}.`);
  return {
    id: String(row['id']),
    kind: String(row['kind']),
    state,
    done: Number(row['done']),
    total: row['total'] === null ? null : Number(row['total']),
    stage: String(row['stage']),
    startedAt: timeOf(row['startedAt']),
    endedAt: timeOf(row['endedAt']),
    result: row['result'] ?? null,
    problems: Array.isArray(row['problems']) ? (row['problems'] as readonly Problem[]) : [],
  };
}

function timeOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
