import { Kysely } from 'kysely';
import { PostgresJSDialect, type PostgresJSReservedSql, type PostgresJSSql } from 'kysely-postgres-js';
import type { ISql } from 'postgres';
import type { Tables } from './database.ts';

/**
 * Kysely over the driver. Each statement goes to whatever connection is free; none is reserved, because the driver does
 * not survive the loss of a reserved connection. Hence transactions are opened by `inTransaction` only.
 */
export function kyselyOver(sql: ISql): Kysely<Tables> {
  const connection: PostgresJSReservedSql = {
    release: () => {},
    unsafe: (text, parameters, options) => {
      if (/^\s*(begin|start)\b/i.test(text)) throw new Error('Open transactions with inTransaction, not with kysely.');
      return sql.unsafe(text, parameters, options);
    },
  };
  const pool: PostgresJSSql = Object.assign(() => {}, {
    reserve: async () => connection,
    end: async () => {},
    options: {},
  });
  return new Kysely<Tables>({ dialect: new PostgresJSDialect({ postgres: pool }) });
}
