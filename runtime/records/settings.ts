import { requireSystemRight } from '../access/require-right.ts';
import type { SettingsView } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { closedPeriodLock, closedPeriodSetting } from './closed-period.ts';

/** Settings of the infobase that concern everybody. */
export async function readSettings({ database }: Pick<Session, 'database'>): Promise<SettingsView> {
  const [row] = await database.sql<{ value: string | null }[]>`
    select value #>> '{}' as value from "_settings" where name = ${closedPeriodSetting}`;
  return { closedPeriod: row?.value ?? null };
}

/**
 * Closes everything before a date (ISO), or opens all with null. It waits for the writes that are under way, which still saw the
 * date before. Whoever closes a period may reopen it: that takes the system right to change the closed period.
 */
export async function setClosedPeriod(session: Session, date: string | null): Promise<SettingsView> {
  requireSystemRight(session, 'changeClosedPeriod');
  return inTransaction(session.database, async database => {
    await database.sql.unsafe(`select pg_advisory_xact_lock(${closedPeriodLock})`);
    if (date === null) await database.sql`delete from "_settings" where name = ${closedPeriodSetting}`;
    else {
      await database.sql`
        insert into "_settings" (name, value) values (${closedPeriodSetting}, to_jsonb(${date}::date::text))
        on conflict (name) do update set value = excluded.value`;
    }
    return readSettings({ database });
  });
}
