import { ProblemError } from '#platform';
import { isConnectionLoss } from '../storage/connection-guard.ts';
import type { DatabasePool } from '../storage/database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { problemsOf } from '../storage/postgres-problems.ts';

/** A PostgreSQL database with infobases in it. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  /** Connected to the schema `aubade`, which holds what belongs to the server. */
  readonly control: DatabasePool;
  readonly random: DatabasePool['random'];
  close(): Promise<void>;
}

const versionLeast = 15;

const preparation = `
  select pg_advisory_xact_lock(hashtext('aubade server'));
  create schema if not exists aubade;
  create extension if not exists pg_trgm schema public;
  create table if not exists aubade.infobases (
    name text primary key,
    title text not null,
    "createdAt" timestamptz not null default now()
  )`;

/**
 * Connects to a database and makes it a home for infobases. Throws `database-unreachable`, or `database-too-old` for a
 * PostgreSQL before 15.
 */
export async function openServer(options: { url: string; random: DatabasePool['random'] }): Promise<Server> {
  const { url, random } = options;
  const control = openDatabase({ url, random, schema: 'aubade', max: 4 });
  const close = () => control.close();
  try {
    requireVersion(await readVersion(control));
    await control.sql.begin(tx => tx.unsafe(preparation));
  } catch (error) {
    await close();
    throw told(error);
  }
  return { url, control, random, close, [Symbol.asyncDispose]: close };
}

async function readVersion({ sql }: DatabasePool): Promise<string> {
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  return row?.version ?? '';
}

/** Throws `database-too-old` unless the version ('16.2 (Debian 16.2-1)') is new enough. */
export function requireVersion(version: string): void {
  if (Number.parseInt(version, 10) >= versionLeast) return;
  const parameters = { found: version, needed: String(versionLeast) };
  throw new ProblemError([{ code: 'database-too-old', parameters }]);
}

/** A wrong password or database is out of reach too, as far as the person who starts the server is concerned. */
function told(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  const refused = error instanceof Error && 'code' in error && /^(28|3D)/.test(String(error.code));
  if (refused || isConnectionLoss(error)) {
    const parameters = { reason: error.message };
    return new ProblemError([{ code: 'database-unreachable', parameters }]);
  }
  const problems = problemsOf(error);
  return problems === undefined ? error : new ProblemError(problems);
}
