import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Output } from './output.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folder of the built workspace. */
export const studioFolder = join(root, 'build', 'studio');

/** Builds the workspace when it was never built, or when its sources changed since. */
export async function buildStudio(output: Output): Promise<void> {
  const built = await modifiedMs(join(studioFolder, 'index.html'));
  const sources = await Promise.all(
    ['studio', 'platform', 'vite.config.ts', 'svelte.config.js'].map(name => newestMs(join(root, name))),
  );
  if (built >= Math.max(...sources)) return;
  output.note({ en: 'Building the workspace …', ru: 'Сборка рабочего места …' });
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // What the build has to say matters only when it fails.
  let said = '';
  for (const stream of [build.stdout, build.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(build, 'close');
  if (code !== 0) throw new Error(`The workspace could not be built: vite ended with ${code}.\n${said}`);
}

async function newestMs(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  const entries = (await stat(path)).isDirectory() ? await readdir(path, { recursive: true, withFileTypes: true }) : [];
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return Math.max(...(await Promise.all([path, ...files].map(modifiedMs))));
}

async function modifiedMs(path: string): Promise<number> {
  return existsSync(path) ? (await stat(path)).mtimeMs : 0;
}
