import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { DatabasePool } from '../../../../runtime/storage/database.ts';
import { startOf } from '../../../../runtime/storage/embedded/folder-lock.ts';
import { type EmbeddedServer, startEmbedded } from '../../../../runtime/storage/embedded/start-embedded.ts';
import { inTransaction } from '../../../../runtime/storage/in-transaction.ts';
import { openDatabase } from '../../../../runtime/storage/open-database.ts';

const settings = { shared_buffers: '16MB' };
const isRoot = process.getuid?.() === 0;

test('what was committed is there after a stop and a start', async () => {
  const folder = temporaryFolder();
  await work(await startEmbedded({ folder, settings }), async ({ sql }) => {
    await sql`create table thing (id int)`;
    await sql`insert into thing values (1)`;
  });
  await work(await startEmbedded({ folder, settings }), async ({ sql }) => {
    expect(await sql`select id from thing`).toEqual([{ id: 1 }]);
  });
});

test('data are checksummed, commits are flushed, and nobody connects over the network', async () => {
  await work(await startEmbedded({ folder: temporaryFolder(), settings }), async ({ sql }) => {
    const found = await sql`select name, setting from pg_settings
      where name in ('data_checksums', 'fsync', 'synchronous_commit', 'listen_addresses', 'wal_compression') order by name`;
    expect(found.map(({ name, setting }) => `${name} ${setting}`)).toEqual([
      'data_checksums on',
      'fsync on',
      'listen_addresses ',
      'synchronous_commit on',
      'wal_compression pglz',
    ]);
  });
});

test('a server that is killed is started again, and nothing acknowledged is lost', async () => {
  await work(await startEmbedded({ folder: temporaryFolder(), settings }), async (database, server) => {
    await database.sql`create table thing (id int)`;
    for (const round of [1, 2, 3]) {
      await database.sql`insert into thing values (${round})`;
      await eventually(() => process.kill(server.processId, 'SIGKILL'));
      await eventually(() => inTransaction(database, ({ sql }) => sql`select 1`));
    }
    expect(await eventually(() => database.sql`select count(*) from thing`)).toEqual([{ count: '3' }]);
  });
});

test('work that was under way when the server was killed is refused, not lost or hung', async () => {
  await work(await startEmbedded({ folder: temporaryFolder(), settings }), async (database, server) => {
    await database.sql`create table thing (id int)`;
    const writing = [1, 2, 3, 4].map(id =>
      inTransaction(database, async ({ sql }) => {
        await sql`insert into thing values (${id})`;
        await sql`select pg_sleep(10)`;
      }).then(
        () => 'written',
        () => 'refused',
      ),
    );
    await delay(300);
    process.kill(server.processId, 'SIGKILL');
    expect(await Promise.all(writing)).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(await eventually(() => database.sql`select id from thing`)).toEqual([]);
  });
});

test('a second start on the same folder is refused, from this process and from another', async () => {
  const folder = temporaryFolder();
  await using _server = await startEmbedded({ folder, settings });
  await expect(startEmbedded({ folder, settings })).rejects.toThrow('data-folder-in-use');
  const other = await startOther(folder);
  expect(other.said).toMatchObject({ refused: expect.stringContaining(`"process":"${process.pid}"`) });
});

test('when its parent is killed the server stops, and the folder is free', async () => {
  const folder = temporaryFolder();
  const other = await startOther(folder);
  const server = Number(other.said.processId);
  expect(startOf(server)).not.toBe('');
  other.child.kill('SIGKILL');
  await eventually(() => {
    if (startOf(server) !== '') throw new Error('still there');
  });
  await work(await startEmbedded({ folder, settings }), async ({ sql }) => {
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});

test('a lock and a process file left by processes that are gone are in nobody’s way', async () => {
  const folder = temporaryFolder();
  await (await startEmbedded({ folder, settings })).stop();
  writeFileSync(join(folder, 'aubade.lock'), JSON.stringify({ process: process.pid, started: 'long ago' }));
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n/somewhere\n`);
  await work(await startEmbedded({ folder, settings }), async ({ sql }) => {
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});

test('a first start that was cut short is begun anew', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'postgres.unfinished'));
  writeFileSync(join(folder, 'postgres.unfinished', 'PG_VERSION'), '18');
  await work(await startEmbedded({ folder, settings }), async ({ sql }) => {
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});

test('a folder with a path too long for a socket is served all the same', async () => {
  const folder = join(temporaryFolder(), 'a'.repeat(60), 'b'.repeat(60));
  await work(await startEmbedded({ folder, settings }), async ({ sql }) => {
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});

test('a server that cannot start says why and where to look', async () => {
  const folder = temporaryFolder();
  const start = startEmbedded({ folder, settings: { shared_buffers: 'plenty' } });
  await expect(start).rejects.toThrow('embedded-database-failed');
  await expect(start).rejects.toThrow(/shared_buffers.*postgres\.log/s);
  await (await startEmbedded({ folder, settings })).stop();
});

test.runIf(isRoot)('started by root, it runs as somebody else', async () => {
  const folder = temporaryFolder();
  await work(await startEmbedded({ folder, settings }), async (_database, server) => {
    expect(statSync(`/proc/${server.processId}`).uid).not.toBe(0);
    expect(statSync(join(folder, 'postgres')).uid).not.toBe(0);
  });
});

test.runIf(isRoot)('a folder only root may enter holds a link to where the data are', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o700);
  await work(await startEmbedded({ folder, settings }), async () => {
    const home = readlinkSync(join(folder, 'embedded'));
    expect(existsSync(join(home, 'postgres', 'PG_VERSION'))).toBe(true);
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  });
  expect(lstatSync(join(folder, 'embedded')).isSymbolicLink()).toBe(true);
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aubade-embedded-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the work on the server, then stops it. */
async function work(server: EmbeddedServer, run: (database: DatabasePool, server: EmbeddedServer) => Promise<void>) {
  await using running = server;
  await using database = openDatabase({ url: running.url, schema: 'public', max: 8, random: randomBytes });
  await run(database, running);
}

/** Tries until it works, for at most half a minute. */
async function eventually<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(50);
    }
  }
}

/** Another process that starts a server on the folder, says which or why not, and goes on running. */
async function startOther(folder: string) {
  const module = new URL('../../../../runtime/storage/embedded/start-embedded.ts', import.meta.url);
  const program = `
    const { startEmbedded } = await import('${module}');
    const said = await startEmbedded({ folder: ${JSON.stringify(folder)}, settings: { shared_buffers: '16MB' } }).then(
      ({ processId }) => ({ processId }), error => ({ refused: error.message }));
    console.log(JSON.stringify(said));
    setInterval(() => {}, 1000);`;
  const arguments_ = ['--input-type=module', '--eval', program];
  const child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [line] = await once(child.stdout, 'data');
  const said: Record<string, unknown> = JSON.parse(String(line));
  return { child, said };
}
