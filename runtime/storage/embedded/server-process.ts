import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { ProblemError } from '#platform';
import type { Binaries } from './binaries.ts';
import { serverEnvironment } from './create-cluster.ts';
import type { Place } from './place.ts';
import type { ServerUser } from './server-user.ts';
import { serverSettings } from './settings.ts';

/** One run of the server's process. */
export interface ServerProcess {
  readonly url: string;
  readonly processId: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ServerRun {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

const pollMs = 10;
const leftoverPauseMs = 250;
const leftoverAttemptsMax = 60;
const logBytesMax = 16 * 1024 * 1024;
const reasonCharactersMax = 600;

/** Starts the server and answers when it accepts connections. */
export async function runServer(run: ServerRun): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const { server, complaint } = await tryOnce(run);
    if (server !== undefined) return server;
    // Workers of a server that was killed hold its memory until they notice; they need a moment.
    if (attempt < leftoverAttemptsMax && /pre-existing shared memory|lock file/.test(complaint)) {
      await delay(leftoverPauseMs);
      continue;
    }
    const reason = complaint.slice(-reasonCharactersMax).trim();
    throw new ProblemError([{ code: 'embedded-database-failed', parameters: { reason, log: run.place.log } }]);
  }
}

async function tryOnce(run: ServerRun): Promise<{ server?: ServerProcess; complaint: string }> {
  const { place } = run;
  const log = openLog(place.log);
  const logStart = fstatSync(log).size;
  // A process group of its own: Ctrl-C reaches us only, and we stop the server when we are done with it.
  const child = spawn(
    run.binaries.postgres,
    ['-D', place.cluster, ...serverSettings(place.socketFolder, run.settings)],
    {
      ...run.user,
      cwd: '/',
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()).once('error', () => resolve()));
  const processId = child.pid ?? 0;
  const guard = guardOf(processId);
  void ended.then(() => guard?.kill('SIGKILL'));
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(place.socketFolder)}`;
  if (!(await isReady(child, place))) return { complaint: readFileSync(place.log).subarray(logStart).toString('utf8') };
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await ended;
  };
  return { server: { url, processId, ended, stop }, complaint: '' };
}

/** The log starts anew, keeping one predecessor, when it has grown long. */
function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logBytesMax) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/**
 * A shell that waits for the end of its input, which comes when this process is gone, however it died, and then asks the
 * server for a fast shutdown. Windows has no such shell; there the next start stops the orphan.
 */
function guardOf(processId: number): ChildProcess | undefined {
  if (process.platform === 'win32' || processId === 0) return undefined;
  const script = 'read _; kill -INT "$1"';
  const guard = spawn('/bin/sh', ['-c', script, 'aubade-guard', String(processId)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  guard.on('error', () => {});
  return guard;
}

/** Whether the server accepts connections; false when it ended first. Recovery after a crash may take minutes. */
async function isReady(child: ChildProcess, place: Place): Promise<boolean> {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const sql = postgres({ host: place.socketFolder, user: 'postgres', database: 'postgres', max: 1 });
    try {
      await sql`select 1`;
      return true;
    } catch {
      await delay(pollMs);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}
