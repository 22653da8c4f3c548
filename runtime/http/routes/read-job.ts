import { readJob as read } from '../../jobs/read-jobs.ts';
import { jobView } from '../job-view.ts';
import { route } from '../route.ts';

export const readJob = route({
  method: 'GET',
  path: '/jobs/:id',
  handle: async ({ session, parameter }) => ({
    body: jobView(await read(session, parameter('id')), session.language),
  }),
});
