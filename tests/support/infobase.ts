import { randomBytes } from 'node:crypto';
import type { Configuration } from '#platform';
import { createInfobase } from '../../runtime/infobases/create-infobase.ts';
import { openInfobase } from '../../runtime/infobases/open-infobase.ts';
import { openServer } from '../../runtime/infobases/server.ts';
import type { Session } from '../../runtime/session/session.ts';
import { systemSession } from '../../runtime/session/system-session.ts';
import { testDatabase } from './database.ts';

/** An infobase in a database of its own, dropped when it is disposed of. */
export interface TestInfobase extends AsyncDisposable {
  /** May do everything. */
  readonly session: Session;
}

/** Installs a configuration into an empty database: `await using infobase = await testInfobase(configuration)`. */
export async function testInfobase(configuration: Configuration, now = '2026-03-10T12:00:00Z'): Promise<TestInfobase> {
  const database = await testDatabase();
  const server = await openServer({ url: database.url, random: randomBytes });
  await createInfobase(server, { name: 'test', title: 'Test', configuration });
  const infobase = await openInfobase(server, 'test', 4);
  const session = systemSession({
    infobase,
    database: infobase.database,
    clock: () => new Date(now),
    random: randomBytes,
  });
  return {
    session,
    async [Symbol.asyncDispose]() {
      await infobase.close();
      await server.close();
      await database.close();
    },
  };
}
