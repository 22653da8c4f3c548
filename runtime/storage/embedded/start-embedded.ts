import { setTimeout as delay } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { createCluster } from './create-cluster.ts';
import { lockFolder } from './folder-lock.ts';
import { choosePlace } from './place.ts';
import { runServer, type ServerProcess } from './server-process.ts';
import { serverUser } from './server-user.ts';
import { stopOrphan } from './stop-orphan.ts';

/** A PostgreSQL that runs as long as this process does. */
export interface EmbeddedServer extends AsyncDisposable {
  /** For `openDatabase`; names the database `postgres`. */
  readonly url: string;
  /** The process that serves now; another one after a crash. */
  readonly processId: number;
  /** Shuts down cleanly and frees the folder. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Made when missing. */
  readonly folder: string;
  /** Settings of PostgreSQL beside ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told when a server that died cannot be started again; until `stop`, nothing is served. */
  readonly onGivenUp?: (error: unknown) => void;
}

const restartPauseMs = 200;

/**
 * Starts the embedded PostgreSQL on a folder, making it on the first start, and answers when it accepts connections
 * (after a crash it recovers first). It is started again if it dies, and stops when this process ends, however it ends.
 * Refused with `data-folder-in-use` while another process has the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const user = serverUser();
  const place = choosePlace(options.folder, user);
  const lock = lockFolder(place.home);
  try {
    const binaries = findBinaries(user, place.home);
    await stopOrphan(place);
    await createCluster(place, binaries, user);
    const run = () => runServer({ place, binaries, user, settings: options.settings ?? {} });
    const onGivenUp = options.onGivenUp ?? (() => {});
    return supervised(await run(), { run, release: lock.release, onGivenUp });
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Supervision {
  readonly run: () => Promise<ServerProcess>;
  readonly release: () => void;
  readonly onGivenUp: (error: unknown) => void;
}

/** Keeps one server running until it is stopped; connections of the pool come back by themselves. */
function supervised(first: ServerProcess, { run, release, onGivenUp }: Supervision): EmbeddedServer {
  let current = first;
  let stopping: Promise<void> | undefined;
  const watch = async (): Promise<void> => {
    for (;;) {
      await current.ended;
      if (stopping !== undefined) return;
      await delay(restartPauseMs);
      if (stopping !== undefined) return;
      current = await run();
    }
  };
  const watching = watch().catch(onGivenUp);
  const stop = async (): Promise<void> => {
    stopping ??= (async () => {
      await current.stop();
      await watching;
      await current.stop();
      release();
    })();
    return stopping;
  };
  return {
    url: first.url,
    get processId() {
      return current.processId;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
