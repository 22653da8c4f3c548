import type { Language } from '#platform';
import type { Job } from '../jobs/job.ts';
import type { JobView } from './contract.ts';
import { worded } from './problem-response.ts';

/** A job as the contract shows it, its problems worded. */
export function jobView(job: Job, language: Language): JobView {
  return { ...job, problems: job.problems.map(problem => worded(problem, language)) };
}
