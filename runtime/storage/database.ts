import type { Kysely } from 'kysely';
import type { Sql } from 'postgres';

/** Tables are made from metadata, so their rows are known only at run time. */
export type Tables = Record<string, Record<string, unknown>>;

/** A connection pool on one infobase's schema, or a transaction on one of its connections. */
export interface Database {
  /** Statements are composed with kysely. */
  readonly query: Kysely<Tables>;
  /** The driver itself, for compiled statements that are prepared once. */
  readonly sql: Sql;
  readonly schema: string;
}
