import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openInfobase } from '../../../runtime/infobases/open-infobase.ts';
import { openServer } from '../../../runtime/infobases/server.ts';
import { verifyRegisters } from '../../../runtime/registers/verify-registers.ts';
import { startEmbedded } from '../../../runtime/storage/embedded/start-embedded.ts';

const kills = 100;
/** One kill in so many hits the whole server, the others its database. */
const serverEvery = 5;
const writer = join(import.meta.dirname, 'crash-writer.ts');

it('loses nothing it acknowledged and half-posts nothing, though killed 100 times at random', {
  timeout: 600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aubade-crash-'));
  const acknowledged = new Set<string>();
  let running = start(folder, acknowledged);
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await running.progress();
      await delay(Math.random() * 120);
      if (kill % serverEvery === 0) {
        await running.end();
        running = start(folder, acknowledged);
      } else running.killDatabase();
    }
    await running.progress();
    await running.end();
    expect(acknowledged.size).toBeGreaterThan(kills);
    await check(folder, acknowledged);
  } finally {
    await running.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Starts a writer; `progress` resolves when it has acknowledged something new since it was asked. */
function start(folder: string, acknowledged: Set<string>) {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let database: number | undefined;
  createInterface({ input: child.stdout }).on('line', line => {
    const [word, value = ''] = line.split(' ');
    if (word === 'posted') acknowledged.add(value);
    else database = Number(value);
  });
  return {
    async progress() {
      const before = acknowledged.size;
      while (acknowledged.size === before) {
        if (child.exitCode !== null) throw new Error('The writer ended by itself.');
        await delay(5);
      }
    },
    killDatabase() {
      if (database !== undefined) killed(database);
    },
    end: () => ended(child),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

function killed(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch {
    // It died already, and the writer has not told yet which process follows it.
  }
}

async function check(folder: string, acknowledged: ReadonlySet<string>): Promise<void> {
  await using embedded = await startEmbedded({ folder });
  await using server = await openServer({ url: embedded.url, random: randomBytes });
  await using infobase = await openInfobase(server, 'crash');
  const { sql } = infobase.database;
  const stored = new Set((await sql.unsafe('select id from "trade.Receipt" where posted')).map(row => row['id']));
  expect([...acknowledged].filter(id => !stored.has(id))).toEqual([]);
  const half = await sql.unsafe(`select id from "trade.Receipt" d where not posted
    or (select count(*) from "trade.Receipt.lines" where record = d.id) <> 3
    or (select count(*) from "trade.Stock" where recorder = d.id) <> 3
    or (select count(*) from "trade.Debts" where recorder = d.id) <> 1`);
  expect(half).toHaveLength(0);
  expect(await verifyRegisters(infobase.database, infobase.configuration)).toEqual([]);
}
