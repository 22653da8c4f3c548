import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { giveTo, type ServerUser } from './server-user.ts';

const run = promisify(execFile);

/**
 * Makes the data folder of the server, once. It is made beside its place and renamed, so that a first start that was cut
 * short leaves nothing half made. Only who may enter the socket's folder can connect, hence no password.
 */
export async function createCluster(place: Place, binaries: Binaries, user: ServerUser | undefined): Promise<void> {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return;
  const unfinished = `${place.cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(user, unfinished);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const options = ['--username=postgres', '--auth=trust', '--data-checksums', '--no-instructions', ...locale];
  await run(binaries.initdb, ['-D', unfinished, ...options], { ...user, cwd: '/', env: serverEnvironment() });
  renameSync(unfinished, place.cluster);
}

/** Nothing of our surroundings (PGDATA, PGOPTIONS, locale …) may change how the server behaves. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
