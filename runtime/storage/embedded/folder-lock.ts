import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '#platform';

/** A folder held by this process until `release`; a holder that died holds nothing. */
export interface FolderLock {
  release(): void;
}

/** A process is known by its number and the moment it started, for numbers are used again. */
interface Holder {
  readonly process: number;
  readonly started: string;
}

/** Takes the folder for this process; refused with `data-folder-in-use` while another living process has it. */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'aubade.lock');
  const mine = JSON.stringify({ process: process.pid, started: startOf(process.pid) } satisfies Holder);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    while (!linked(draft, file)) removeIfDead(file, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (readOrEmpty(file) === mine) rmSync(file, { force: true });
    },
  };
}

/** Linking a finished file is atomic: nobody ever reads half a lock, and only one can be first. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeIfDead(file: string, folder: string): void {
  const found = readOrEmpty(file);
  if (found === '') return;
  const holder: Holder = JSON.parse(found);
  if (startOf(holder.process) === holder.started) {
    throw new ProblemError([{ code: 'data-folder-in-use', parameters: { folder, process: String(holder.process) } }]);
  }
  // Moved aside before it is judged dead for good: should another process have taken the folder meanwhile, it is put back.
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readOrEmpty(aside) !== found) linked(aside, file);
  rmSync(aside, { force: true });
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** When a process started, in whatever words the system has for it; empty when there is no such process. */
export function startOf(processId: number): string {
  try {
    if (process.platform === 'linux') {
      // The command's name, in parentheses, may hold spaces; the start is the 20th field after it.
      const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(processId)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
