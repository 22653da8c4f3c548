import { sql } from 'kysely';
import { type Problem, textIn } from '#platform';
import type { Session } from '../session/session.ts';
import { closedPeriodLock, isDated } from './closed-period.ts';
import { presentationSql } from './presentation.ts';
import type { RecordShape } from './record-shape.ts';
import { readSettings } from './settings.ts';

/**
 * A problem for each record that lies in the closed period, unless the user may change that. Asked before the records are locked, in
 * the transaction that changes them: until its end the period stays as it is.
 */
export async function sealedRecords(session: Session, shape: RecordShape, ids: readonly string[]): Promise<Problem[]> {
  if (!isDated(shape) || session.rights.system.has('changeClosedPeriod')) return [];
  const { database, language } = session;
  await database.sql.unsafe(`select pg_advisory_xact_lock_shared(${closedPeriodLock})`);
  const { closedPeriod } = await readSettings(session);
  if (closedPeriod === null) return [];
  const { path, title } = shape.object;
  const { rows } = await sql<{ id: string; text: string; date: string }>`
    select "row".id, ${presentationSql(shape, 'row', language)} as text, to_char("row".date, 'YYYY-MM-DD') as date
    from ${sql.id(shape.table)} as "row" where "row".id = any(${ids}::uuid[]) and "row".date < ${closedPeriod}::date`.execute(
    database.query,
  );
  return rows.map(({ id: record, text, date }) => {
    const parameters = { document: `${textIn(title, language)} ${text}`, date, closedPeriod };
    return { code: 'closed-period', path, record, parameters };
  });
}
