import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInfobase } from '../../runtime/infobases/create-infobase.ts';
import { dropInfobase } from '../../runtime/infobases/drop-infobase.ts';
import { listInfobases } from '../../runtime/infobases/infobase-register.ts';
import { type OpenInfobase, openInfobase } from '../../runtime/infobases/open-infobase.ts';
import { openServer, type Server } from '../../runtime/infobases/server.ts';
import { loadConfiguration } from '../../runtime/loading/load-configuration.ts';
import type { Session } from '../../runtime/session/session.ts';
import { systemSession } from '../../runtime/session/system-session.ts';
import { startEmbedded } from '../../runtime/storage/embedded/start-embedded.ts';

/** The server that the benchmarks run on: an embedded one with the settings of production, in a folder that is kept between runs. */
export interface BenchServer extends AsyncDisposable {
  readonly server: Server;
}

export async function startBenchServer(): Promise<BenchServer> {
  const embedded = await startEmbedded({ folder: join(tmpdir(), 'aubade-bench') });
  const server = await openServer({ url: embedded.url, random: randomBytes });
  return {
    server,
    async [Symbol.asyncDispose]() {
      await server.close();
      await embedded.stop();
    },
  };
}

/** The shop in an infobase of its own, with connections for so many clients. */
export interface Shop extends AsyncDisposable {
  readonly infobase: OpenInfobase;
  readonly session: Session;
}

/** Makes the infobase anew, unless it is there and its stamp says that `stamp` was its making. */
export async function openShop(server: Server, name: string, stamp?: Stamp): Promise<Shop> {
  const exists = (await listInfobases(server)).some(entry => entry.name === name);
  const kept = exists && stamp !== undefined && (await readStamp(server, name)) === (await stampText(stamp));
  if (exists && !kept) await dropInfobase(server, { name, confirm: name });
  if (!kept) await createInfobase(server, { name, title: name, configuration: await shopConfiguration() });
  const infobase = await openInfobase(server, name, connectionsMax);
  const { configuration, title, database } = infobase;
  const surroundings = {
    infobase: { name, title, configuration },
    database,
    clock: () => new Date(),
    random: randomBytes,
  };
  const shop = { infobase, session: systemSession(surroundings), [Symbol.asyncDispose]: () => infobase.close() };
  if (!kept && stamp !== undefined) {
    await stamp.make(shop);
    await database.sql.unsafe(`comment on schema "${name}" is '${await stampText(stamp)}'`);
  }
  return shop;
}

/** Data that takes long to make and is kept: it is made again when its version or the configuration changes. */
export interface Stamp {
  readonly version: string;
  readonly make: (shop: Shop) => Promise<void>;
}

const connectionsMax = 8;

async function stampText({ version }: Stamp): Promise<string> {
  return `${version} ${(await shopConfiguration()).hash}`;
}

async function readStamp({ control }: Server, name: string): Promise<string | undefined> {
  const [row] =
    await control.sql`select obj_description(oid, 'pg_namespace') as stamp from pg_namespace where nspname = ${name}`;
  return row?.['stamp'] ?? undefined;
}

async function shopConfiguration() {
  const loaded = await loadConfiguration({ roots: [join(import.meta.dirname, 'shop')], ids: 'derived' });
  if (loaded.configuration === undefined) throw new Error(JSON.stringify(loaded.problems));
  return loaded.configuration;
}
