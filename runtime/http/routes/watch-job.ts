import { readJob } from '../../jobs/read-jobs.ts';
import { eventStream } from '../event-stream.ts';
import { jobView } from '../job-view.ts';
import { type ApiRequest, route } from '../route.ts';

/** Events 'progress' while a job runs and 'end' when it has ended; each holds the whole job as it is now. */
export const watchJob = route({
  method: 'GET',
  path: '/jobs/:id/events',
  handle: async request => {
    // Asked first, so that a job that is not there is a problem and not an empty stream.
    await readJob(request.session, request.parameter('id'));
    return eventStream(stream => follow(request, stream), request.server.stopping);
  },
});

function follow(
  { server, session, raw, parameter }: ApiRequest,
  stream: Parameters<Parameters<typeof eventStream>[0]>[0],
): () => void {
  let seen = raw.headers.get('last-event-id') ?? '';
  // News that come while the job is being read are read after it, so nothing is missed and the order is kept.
  let reading = Promise.resolve();
  const tell = async () => {
    const job = jobView(await readJob(session, parameter('id')), session.language);
    const id = `${job.state}.${job.done}.${job.total}.${encodeURIComponent(job.stage)}`;
    if (id !== seen) stream.send({ id, name: job.endedAt === null ? 'progress' : 'end', data: job });
    seen = id;
    if (job.endedAt !== null) stream.end();
  };
  const next = () => {
    reading = reading.then(tell).catch(() => stream.end());
  };
  next();
  return server.jobs.subscribe((schema, id) => {
    if (id === null || (schema === session.database.schema && id === parameter('id'))) next();
  });
}
