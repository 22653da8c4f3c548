import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOf } from '../../runtime/storage/embedded/folder-lock.ts';
import { startEmbedded } from '../../runtime/storage/embedded/start-embedded.ts';
import { prepareServer, serverVariable } from './database.ts';

const prefix = 'aubade-test-';

/**
 * One PostgreSQL for all suites of this run: the one that TEST_DATABASE_URL names, or an embedded one in a temporary folder
 * of its own, so that several runs at once do not meet. Test files find it through the environment.
 */
export default async function startPostgres(): Promise<() => Promise<void>> {
  // Two vitest projects share this set-up within one process.
  if (process.env[serverVariable] !== undefined) return async () => {};
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) {
    process.env[serverVariable] = given;
    await prepareServer(given);
    return async () => {};
  }
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // The server's user must get through to its own folder below.
  chmodSync(folder, 0o755);
  // A killed test run may lose its data: nobody wants them.
  const settings = { fsync: 'off', full_page_writes: 'off', shared_buffers: '256MB', max_connections: '300' };
  const server = await startEmbedded({ folder, settings });
  process.env[serverVariable] = server.url;
  await prepareServer(server.url);
  return async () => {
    delete process.env[serverVariable];
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Folders of runs that were killed before they could tidy up. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter(name => name.startsWith(prefix))) {
    const owner = Number.parseInt(name.slice(prefix.length), 10);
    if (startOf(owner) === '') rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
