import { requireSystemRight } from '../access/require-right.ts';
import type { SettingsView } from '../http/contract.ts';
import type { Session } from '../session/session.ts';

const closedPeriod = 'closedPeriod';

/** Settings of the infobase that concern everybody. */
export async function readSettings({ database }: Session): Promise<SettingsView> {
  const [row] = await database.sql<{ value: string | null }[]>`
    select value #>> '{}' as value from "_settings" where name = ${closedPeriod}`;
  return { closedPeriod: row?.value ?? null };
}

/**
 * Closes everything before a date (ISO), or opens all with null. Whoever closes a period may reopen it: that takes the system
 * right to change the closed period.
 */
export async function setClosedPeriod(session: Session, date: string | null): Promise<SettingsView> {
  requireSystemRight(session, 'changeClosedPeriod');
  const { sql } = session.database;
  if (date === null) await sql`delete from "_settings" where name = ${closedPeriod}`;
  else {
    await sql`
      insert into "_settings" (name, value) values (${closedPeriod}, to_jsonb(${date}::date::text))
      on conflict (name) do update set value = excluded.value`;
  }
  return readSettings(session);
}
