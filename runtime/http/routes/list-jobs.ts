import { listJobs as list } from '../../jobs/read-jobs.ts';
import { jobView } from '../job-view.ts';
import { route } from '../route.ts';

/** The user's jobs, newest first; an administrator sees everybody's. */
export const listJobs = route({
  method: 'GET',
  path: '/jobs',
  handle: async ({ session }) => ({ body: (await list(session)).map(job => jobView(job, session.language)) }),
});
