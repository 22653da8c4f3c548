import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '#platform';
import { type OpenInfobase, openInfobase } from '../infobases/open-infobase.ts';
import { openServer, type Server } from '../infobases/server.ts';
import type { Session } from '../session/session.ts';
import { systemSession } from '../session/system-session.ts';
import { startEmbedded } from '../storage/embedded/start-embedded.ts';
import type { Tools } from './tools.ts';

/** The databases of this installation, open. */
export interface Installation extends AsyncDisposable {
  readonly server: Server;
  /** An infobase, opened once and kept; the problem `infobase-missing` when there is none. */
  readonly open: (name: string) => Promise<OpenInfobase>;
  /** Opens the infobase anew when it is asked for next: another configuration was installed in it. */
  readonly forget: (name: string) => void;
  /** The session of the system itself on an infobase. */
  readonly systemSession: (name: string) => Promise<Session>;
}

const retirementMs = 60_000;

type Surroundings = Pick<Tools, 'settings' | 'clock' | 'random' | 'output'>;

/**
 * Connects to the PostgreSQL that the settings name, or starts the embedded one. `mayShare` uses the embedded one of a
 * server that runs on the same data folder; without it that is refused.
 */
export async function openInstallation(
  around: Surroundings,
  { mayShare }: { readonly mayShare: boolean },
): Promise<Installation> {
  const { settings, random } = around;
  await using opened = new AsyncDisposableStack();
  const url = settings.databaseUrl ?? (await embeddedUrl(settings.dataFolder, mayShare, opened));
  const server = opened.use(await openServer({ url, random }));
  const infobases = new Map<string, Promise<OpenInfobase>>();
  const retired = new Set<Promise<OpenInfobase>>();
  const close = (infobase: Promise<OpenInfobase>) => infobase.then(one => one.close()).catch(() => {});
  opened.defer(async () => {
    await Promise.all([...infobases.values(), ...retired].map(close));
  });
  const forget = (name: string) => {
    const infobase = infobases.get(name);
    if (infobase === undefined) return;
    infobases.delete(name);
    // Requests that began with the old configuration end with it.
    retired.add(infobase);
    setTimeout(() => void close(infobase).then(() => retired.delete(infobase)), retirementMs).unref();
  };
  const open = (name: string) => {
    const infobase = infobases.get(name) ?? openInfobase(server, name);
    infobases.set(name, infobase);
    // What could not be opened is tried again next time.
    infobase.catch(() => infobases.delete(name));
    return infobase;
  };
  const session = async (name: string) => {
    const infobase = await open(name);
    const { clock, output } = around;
    return systemSession({ infobase, database: infobase.database, clock, random }, output.language);
  };
  const all = opened.move();
  return { server, open, forget, systemSession: session, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

async function embeddedUrl(folder: string, mayShare: boolean, opened: AsyncDisposableStack): Promise<string> {
  const note = join(folder, 'running.json');
  try {
    const { url } = opened.use(await startEmbedded({ folder }));
    await writeFile(note, JSON.stringify({ url }), { mode: 0o600 });
    opened.defer(() => rm(note, { force: true }));
    return url;
  } catch (error) {
    const isShared = error instanceof ProblemError && error.problems.some(({ code }) => code === 'data-folder-in-use');
    const noted: unknown = isShared && mayShare ? JSON.parse(await readFile(note, 'utf8').catch(() => 'null')) : null;
    if (typeof noted === 'object' && noted !== null && 'url' in noted) return String(noted.url);
    throw error;
  }
}
