import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium to drive: CHROMIUM_PATH, or one on the PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = [process.env.CHROMIUM_PATH, ...folders.flatMap(folder => names.map(name => join(folder, name)))];
  return candidates.find(path => path !== undefined && isExecutable(path));
}

/**
 * Finds a Chromium, and installs Debian's where there is none and it may (as root, or with sudo that asks nothing).
 * Answers undefined where neither is possible: browser tests are then skipped, and the caller says so.
 */
export function ensureChromium(): string | undefined {
  return findChromium() ?? (installChromium() ? findChromium() : undefined);
}

function installChromium(): boolean {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...words: string[]): boolean => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', ...words];
    return command !== undefined && spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  };
  return (
    run('apt-get', 'update', '-q') &&
    run('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core', 'fonts-noto-core')
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
