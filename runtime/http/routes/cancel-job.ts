import { cancelJob as cancel } from '../../jobs/read-jobs.ts';
import { jobView } from '../job-view.ts';
import { route } from '../route.ts';

export const cancelJob = route({
  method: 'DELETE',
  path: '/jobs/:id',
  handle: async ({ session, parameter }) => ({
    body: jobView(await cancel(session, parameter('id')), session.language),
  }),
});
