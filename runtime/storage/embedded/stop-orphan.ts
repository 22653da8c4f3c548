import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Place } from './place.ts';

const pollMs = 50;

/**
 * Stops a server that outlived its parent on this folder. A `postmaster.pid` whose number now belongs to some other
 * program is removed, for PostgreSQL itself would believe it.
 */
export async function stopOrphan(place: Place): Promise<void> {
  const file = join(place.cluster, 'postmaster.pid');
  const processId = readProcessId(file);
  if (processId === undefined) return;
  if (!isServerOf(processId, place)) {
    rmSync(file, { force: true });
    return;
  }
  process.kill(processId, 'SIGINT');
  while (isServerOf(processId, place)) await delay(pollMs);
}

function readProcessId(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

/** The server's command names its folder. */
function isServerOf(processId: number, place: Place): boolean {
  return commandOf(processId).includes(place.cluster);
}

function commandOf(processId: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${processId}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(processId)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
