import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProblemError } from '#platform';

/** The user the database server runs as, when it cannot be ours. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const candidates = ['postgres', 'nobody'];

/** What decides who the server runs as. */
export interface Machine {
  /** Who we are; undefined where users have no numbers. */
  readonly uid: number | undefined;
  /** The accounts there are, as `/etc/passwd` has them. */
  readonly accounts: () => string;
}

const thisMachine: Machine = {
  uid: process.getuid?.(),
  accounts: () => readFileSync('/etc/passwd', 'utf8'),
};

/**
 * PostgreSQL refuses to run as root; then it runs as the first of `postgres` and `nobody` that the machine has.
 * Otherwise it runs as we do, and the answer is undefined. Throws `server-user-missing` when root has neither.
 */
export function serverUser(machine: Machine = thisMachine): ServerUser | undefined {
  if (machine.uid !== 0) return undefined;
  const lines = machine.accounts().split('\n');
  const accounts = lines.map(line => line.split(':'));
  for (const candidate of candidates) {
    const [, , uid, gid] = accounts.find(([name]) => name === candidate) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new ProblemError([{ code: 'server-user-missing', parameters: {} }]);
}

/** Gives a file or folder to the server's user, where that is not us. */
export function giveTo(user: ServerUser | undefined, path: string): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
}

/** Whether the user may enter the folder: every folder above it, and itself, must let her through. */
export function canEnter(user: ServerUser | undefined, folder: string): boolean {
  if (user === undefined) return true;
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canEnter(user, parent);
}
