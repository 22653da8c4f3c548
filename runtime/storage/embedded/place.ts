import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, giveTo, type ServerUser } from './server-user.ts';

/** Where the embedded server keeps its things. */
export interface Place {
  /** Holds everything below; ours. */
  readonly home: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  readonly socketFolder: string;
  readonly log: string;
}

/** A unix socket's whole path must fit 107 bytes on Linux and 103 on macOS. */
const socketPathBytesMax = 103;

/**
 * Everything lies in the data folder, with two exceptions. Where the server's user may not enter it (root keeps the
 * data below a folder of its own), the cluster goes to /var/lib/aubade and the data folder holds a link to it. Where the
 * path is too long for a socket, the socket goes to the system's temporary folder.
 */
export function choosePlace(folder: string, user: ServerUser | undefined): Place {
  mkdirSync(folder, { recursive: true });
  const given = realpathSync(folder);
  const home = canEnter(user, given) ? given : elsewhere(given);
  const cluster = join(home, 'postgres');
  return { home, cluster, socketFolder: socketFolderFor(home, user), log: join(given, 'postgres.log') };
}

function elsewhere(given: string): string {
  const link = join(given, 'embedded');
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return readlinkSync(link);
  const home = join('/var/lib/aubade', shortHash(given));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  symlinkSync(home, link);
  return home;
}

function socketFolderFor(home: string, user: ServerUser | undefined): string {
  const near = join(home, 'socket');
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432.lock')) <= socketPathBytesMax;
  const folder = fits ? near : join(tmpdir(), `aubade-${shortHash(home)}`);
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    giveTo(user, folder);
  }
  // A folder that somebody else made in the shared temporary folder would let her listen in our place.
  const owner = lstatSync(folder).uid;
  const expected = user?.uid ?? process.getuid?.() ?? owner;
  if (owner !== expected) throw new Error(`The folder ${folder} belongs to another user; remove it.`);
  return folder;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
