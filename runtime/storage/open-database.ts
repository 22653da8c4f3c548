import postgres from 'postgres';
import type { DatabasePool } from './database.ts';
import { driverTypes } from './driver-types.ts';
import { kyselyOver } from './kysely-over.ts';
import { quoteIdentifier } from './quoting.ts';

/** How to reach a database and what a connection may do. */
export interface DatabaseOptions {
  /** `postgresql://user:password@host:port/database`; `?host=/folder` names a unix socket's folder, as in libpq. */
  readonly url: string;
  /** The infobase's schema: the only thing on the search path beside `public`, which holds extensions. */
  readonly schema: string;
  /** Connections at most; more than twice the cores never help. */
  readonly max?: number;
  /** A statement running longer is cancelled; 0 for never. */
  readonly statementTimeoutMs?: number;
  readonly random: (bytes: number) => Uint8Array;
}

const connectionsMax = 10;
const statementTimeoutMs = 120_000;
const idleInTransactionTimeoutMs = 60_000;
const connectTimeoutSeconds = 15;
/** A connection that was lost and never used again would keep the driver waiting for ever. */
const closeTimeoutSeconds = 5;

/** Opens a pool on one infobase's schema. Nothing is sent before the first statement. */
export function openDatabase(options: DatabaseOptions): DatabasePool {
  const { url, host } = splitHost(options.url);
  const sql = postgres(url, {
    ...(host === undefined ? {} : { host }),
    max: options.max ?? connectionsMax,
    connect_timeout: connectTimeoutSeconds,
    types: driverTypes,
    onnotice: () => {},
    connection: {
      application_name: 'aubade',
      search_path: `${quoteIdentifier(options.schema)}, public`,
      TimeZone: 'UTC',
      DateStyle: 'ISO, YMD',
      // Compiled functions forbid sequential scans, which PostgreSQL before 18 prices so high that it would compile each plan.
      jit: 'off',
      statement_timeout: options.statementTimeoutMs ?? statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    },
  });
  const close = () => sql.end({ timeout: closeTimeoutSeconds });
  return {
    query: kyselyOver(sql),
    sql,
    schema: options.schema,
    random: options.random,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The driver does not read libpq's `?host=`, so a socket folder is taken out of the address. */
function splitHost(address: string): { url: string; host: string | undefined } {
  const url = new URL(address);
  const host = url.searchParams.get('host') ?? undefined;
  url.searchParams.delete('host');
  return { url: url.toString(), host };
}
