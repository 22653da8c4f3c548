import { randomBytes } from 'node:crypto';
import { newIdentity } from '../../runtime/records/identity.ts';
import type { DatabasePool } from '../../runtime/storage/database.ts';
import { type DatabaseOptions, openDatabase } from '../../runtime/storage/open-database.ts';
import type { Sale } from './shop-data.ts';

/** Connections to the tables that a programmer would write by hand. */
export function openReference({ url }: Pick<DatabaseOptions, 'url'>, max: number): DatabasePool {
  return openDatabase({ url, random: randomBytes, schema: 'reference', max });
}

/** Writes and posts a sale by the hand-written function, in one round trip. */
export function writeSaleByHand({ sql }: DatabasePool, { date, customer, warehouse, lines }: Sale): Promise<unknown> {
  const id = newIdentity(() => new Date(), randomBytes);
  return sql.unsafe(
    'select post_sale($1::uuid, $2::timestamp, $3::uuid, $4::uuid, $5::jsonb)',
    [id, date, customer, warehouse, lines as never],
    { prepare: true },
  );
}
