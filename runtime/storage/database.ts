import type { Kysely } from 'kysely';
import type { ISql, Sql } from 'postgres';

/** Tables are made from metadata, so their rows are known only at run time. */
export type Tables = Record<string, Record<string, unknown>>;

/**
 * A connection pool on one infobase's schema, or a transaction on one of its connections.
 *
 * Values come back in their JSON forms: numeric and int8 as strings, date 'YYYY-MM-DD', timestamp
 * 'YYYY-MM-DDTHH:MM:SS[.mmm]', timestamptz the same in UTC with a final 'Z'. They are bound in the same forms;
 * a jsonb parameter is bound as the JavaScript value itself, never as its text.
 */
export interface Database {
  /** Statements are composed with kysely. */
  readonly query: Kysely<Tables>;
  /** The driver itself, for compiled statements that are prepared once. */
  readonly sql: ISql;
  readonly schema: string;
  /** For the jitter of repeated transactions. */
  readonly random: (bytes: number) => Uint8Array;
}

/** A database that is connected: what `openDatabase` gives. Closing waits for running statements. */
export interface DatabasePool extends Database, AsyncDisposable {
  readonly sql: Sql;
  close(): Promise<void>;
}
