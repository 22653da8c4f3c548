import { enqueueJob } from '../../jobs/enqueue-job.ts';
import type { JobRequest } from '../contract.ts';
import { jobView } from '../job-view.ts';
import { plainBody, route } from '../route.ts';

/** Puts long work into the queue and answers at once. */
export const startJob = route({
  method: 'POST',
  path: '/jobs',
  right: 'repost',
  body: plainBody<JobRequest>('job'),
  handle: async ({ session, infobase, body }) => {
    const job = await enqueueJob(session, body);
    return {
      status: 202,
      body: jobView(job, session.language),
      headers: { Location: `/api/${infobase.name}/jobs/${job.id}` },
    };
  },
});
