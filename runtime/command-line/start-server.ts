import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadApiReader } from '../http/api-reader.ts';
import { createApplication } from '../http/application.ts';
import { listen } from '../http/listen.ts';
import type { Server } from '../http/server.ts';
import { loadStaticFiles } from '../http/static-files.ts';
import { listInfobases } from '../infobases/infobase-register.ts';
import { openJobChannel } from '../jobs/job-channel.ts';
import { startWorker } from '../jobs/start-worker.ts';
import { studioFolder } from './build-studio.ts';
import type { Installation } from './installation.ts';
import { jobHandlers, periodicJobs } from './job-handlers.ts';
import { jobPlaces } from './job-places.ts';
import type { Tools } from './tools.ts';
import { watchConfigurations } from './watch-configurations.ts';

/** A server that answers. */
export interface RunningServer extends AsyncDisposable {
  readonly address: string;
}

type Around = Pick<Tools, 'settings' | 'log' | 'clock' | 'random'> & Pick<Server, 'enter'>;

/** Starts everything that serves: HTTP, the worker of jobs, the ear for news of other servers. */
export async function startServer(installation: Installation, around: Around): Promise<RunningServer> {
  const { settings, log, clock, random } = around;
  await using started = new AsyncDisposableStack();
  const stopping = new AbortController();
  const { sql } = installation.server.control;
  const jobs = await openJobChannel(sql);
  started.defer(() => jobs.close());
  started.defer(await watchConfigurations(sql, name => installation.forget(name)));
  const places = () => jobPlaces(installation, around);
  const worker = startWorker({
    places,
    handlers: jobHandlers,
    periodic: periodicJobs,
    channel: jobs,
    log,
    jobsMax: 2,
    pollMs: 5_000,
  });
  started.defer(() => worker.stop());
  const application = createApplication({
    infobases: {
      list: () => listInfobases(installation.server),
      open: async name => ((await isThere(installation, name)) ? installation.open(name) : undefined),
    },
    jobs,
    log,
    clock,
    random,
    ...(settings.origin === undefined ? {} : { origin: settings.origin }),
    ...(existsSync(studioFolder) ? { studio: await loadStaticFiles(studioFolder, '/') } : {}),
    reader: await loadApiReader(),
    spoolFolder: join(settings.databaseUrl === undefined ? settings.dataFolder : tmpdir(), 'spool'),
    ...(around.enter === undefined ? {} : { enter: around.enter }),
    stopping: stopping.signal,
  });
  const listening = await listen(application, settings);
  started.defer(() => listening.close());
  started.defer(() => stopping.abort());
  const all = started.move();
  return { address: settings.origin ?? listening.address, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Names come from addresses, so that any may be asked for. */
async function isThere({ server }: Installation, name: string): Promise<boolean> {
  return (await listInfobases(server)).some(one => one.name === name);
}
