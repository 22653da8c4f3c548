import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createInfobase } from '../../../runtime/infobases/create-infobase.ts';
import { listInfobases } from '../../../runtime/infobases/infobase-register.ts';
import { openInfobase } from '../../../runtime/infobases/open-infobase.ts';
import { openServer } from '../../../runtime/infobases/server.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { newIdentity } from '../../../runtime/records/identity.ts';
import { systemSession } from '../../../runtime/session/system-session.ts';
import { startEmbedded } from '../../../runtime/storage/embedded/start-embedded.ts';
import { fixtureConfiguration } from '../../support/fixture-configuration.ts';

/**
 * A server that is meant to be killed: it posts receipts from several clients for ever and says on its output each one
 * that was acknowledged («posted <id>»), and which process its database is («database <pid>»).
 */
const [folder = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const embedded = await startEmbedded({ folder });
say(`database ${embedded.processId}`);
const server = await openServer({ url: embedded.url, random: randomBytes });
const exists = (await listInfobases(server)).some(({ name }) => name === 'crash');
if (!exists)
  await createInfobase(server, { name: 'crash', title: 'Crash', configuration: await fixtureConfiguration('trade') });
const { configuration, database } = await openInfobase(server, 'crash', 4);
const surroundings = { infobase: { name: 'crash', title: 'Crash', configuration }, database };
const session = systemSession({ ...surroundings, clock: () => new Date(), random: randomBytes });
const make = (path: string) => createRecord(session, { path, write: { values: { description: 'Any' } } });
const [supplier, warehouse, item] = [
  await make('trade.Partner'),
  await make('trade.Warehouse'),
  await make('trade.Item'),
];

const client = async () => {
  for (;;) {
    const id = newIdentity(session.clock, session.random);
    const values = { date: '2026-03-10T10:00:00', supplier: supplier.id, warehouse: warehouse.id };
    const lines = Array.from({ length: 3 }, () => ({ item: item.id, quality: 'good', quantity: '1', price: '2' }));
    try {
      await createRecord(session, { path: 'trade.Receipt', id, write: { values, sections: { lines }, post: true } });
      say(`posted ${id}`);
    } catch {
      // The database was killed: it comes back.
      await delay(20);
      say(`database ${embedded.processId}`);
    }
  }
};
await Promise.all(Array.from({ length: 4 }, client));
