import { randomBytes } from 'node:crypto';
import { type Problem, ProblemError } from '#platform';
import { createInfobase } from '../../../runtime/infobases/create-infobase.ts';
import { openInfobase } from '../../../runtime/infobases/open-infobase.ts';
import { openServer } from '../../../runtime/infobases/server.ts';
import type { Session, Surroundings } from '../../../runtime/session/session.ts';
import { systemSession } from '../../../runtime/session/system-session.ts';
import type { DatabasePool } from '../../../runtime/storage/database.ts';
import { testDatabase } from '../../support/database.ts';
import { fixtureConfiguration } from '../../support/fixture-configuration.ts';

export interface Trade extends AsyncDisposable {
  readonly database: DatabasePool;
  readonly surroundings: Surroundings;
  /** May do everything. */
  readonly session: Session;
}

/** As many people as work at once in the tests of concurrency. */
const connections = 32;

/** An infobase with the fixture `trade`, in which it is noon of 10 March 2026. */
export async function openTrade(clock = () => new Date('2026-03-10T12:00:00Z')): Promise<Trade> {
  return openFixture('trade', clock);
}

/** An infobase with any fixture. */
export async function openFixture(name: string, clock = () => new Date('2026-03-10T12:00:00Z')): Promise<Trade> {
  const configuration = await fixtureConfiguration(name);
  const empty = await testDatabase();
  const server = await openServer({ url: empty.url, random: randomBytes });
  await createInfobase(server, { name: 'test', title: 'Trade', configuration });
  const infobase = await openInfobase(server, 'test', connections);
  const { database } = infobase;
  const surroundings = { infobase, database, clock, random: randomBytes };
  return {
    database,
    surroundings,
    session: systemSession(surroundings),
    async [Symbol.asyncDispose]() {
      await infobase.close();
      await server.close();
      await empty.close();
    },
  };
}

/** What a refused operation was refused for. */
export async function problemsOf(work: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
