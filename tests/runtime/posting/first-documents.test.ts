import { expect, test } from 'vitest';
import { createRecord } from '../../../runtime/records/create-record.ts';
import type { Session } from '../../../runtime/session/session.ts';
import { inTransaction } from '../../../runtime/storage/in-transaction.ts';
import { documentContent, openTrade, type Trade } from '../../support/trade.ts';

/** Makes receipts of two lines one after another; answers how many lines of receipts the last of them took to read. */
async function linesReadByTheLast(trade: Trade, session: Session, count: number): Promise<number> {
  const lines = [0, 1].map(item => [item, '5', '2.50'] as const);
  const write = documentContent(trade, 'supplier', { date: '2026-01-10T09:00:00', lines });
  let before = 0;
  for (let made = 0; made < count; made += 1) {
    before = await linesRead(session);
    await createRecord(session, { path: 'trade.Receipt', write });
  }
  return (await linesRead(session)) - before;
}

/** Rows of the section read so far in this transaction, by whatever plan. */
async function linesRead({ database }: Session): Promise<number> {
  const [row] = await database.sql<{ read: string }[]>`
    select coalesce(t.seq_tup_read, 0) + coalesce(sum(pg_stat_get_xact_tuples_returned(i.indexrelid)), 0) as read
    from pg_stat_xact_user_tables t join pg_index i on i.indrelid = t.relid
    where t.schemaname = current_schema() and t.relname = 'trade.Receipt.lines' group by t.seq_tup_read`;
  return Number(row?.read ?? 0);
}

test('the sixtieth document of a new infobase reads no more than the first', async () => {
  await using trade = await openTrade();
  // Statistics that say the tables are empty are the worst there can be for all that comes.
  await trade.infobase.sql.unsafe('vacuum analyze');
  await inTransaction(trade.infobase, async database => {
    const session = { ...trade.session, database };
    const first = await linesReadByTheLast(trade, session, 1);
    expect(first).toBeGreaterThan(0);
    expect(await linesReadByTheLast(trade, session, 60)).toBeLessThanOrEqual(first);
  });
});
