import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { type Configuration, type Problem, ProblemError } from '#platform';
import { loadConfiguration } from '../../../runtime/loading/load-configuration.ts';
import { postingFunctions } from '../../../runtime/posting/posting-functions.ts';
import { recordFunctions } from '../../../runtime/records/record-functions.ts';
import type { Session, Surroundings } from '../../../runtime/session/session.ts';
import { systemSession } from '../../../runtime/session/system-session.ts';
import { addForeignKey, createIndex, createTable } from '../../../runtime/storage/create-statements.ts';
import { systemTableStatements } from '../../../runtime/storage/system-tables.ts';
import { tablesOf } from '../../../runtime/storage/tables-of.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

export interface Trade extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly surroundings: Surroundings;
  readonly session: Session;
}

/** An infobase with the fixture `trade`, and the session of the system itself. */
export async function openTrade(): Promise<Trade> {
  const folder = fileURLToPath(new URL('../../fixtures/trade', import.meta.url));
  const { configuration, problems } = await loadConfiguration({ roots: [folder], ids: 'derived' });
  if (configuration === undefined) throw new Error(JSON.stringify(problems));
  const database = await testDatabase();
  for (const statement of statementsOf(configuration)) await database.sql.unsafe(statement);
  for (const object of Object.values(configuration.objects)) {
    for (const item of object.entity?.predefined ?? []) {
      const values = { id: item.id, predefined: item.name, ...item.values };
      const names = Object.keys(values).map(name => sql.id(name));
      await sql`insert into ${sql.id(object.path)} (${sql.join(names)}) values (${sql.join(Object.values(values))})`.execute(
        database.query,
      );
    }
  }
  const infobase = { name: 'main', title: 'Trade', configuration };
  const surroundings = { infobase, database, clock: () => new Date('2026-03-10T12:00:00Z'), random: randomBytes };
  const close = () => database.close();
  return { database, surroundings, session: systemSession(surroundings), [Symbol.asyncDispose]: close };
}

function statementsOf(configuration: Configuration): string[] {
  const tables = tablesOf(configuration);
  return [
    ...systemTableStatements(),
    ...tables.map(createTable),
    ...tables.flatMap(table => table.foreignKeys.map(key => addForeignKey(table.name, key))),
    ...tables.flatMap(table => table.indexes.map(index => createIndex(table.name, index))),
    ...recordFunctions(configuration),
    ...postingFunctions(configuration),
  ];
}

/** What a refused write was refused for. */
export async function problemsOf(work: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
