import { quoteLiteral } from '../storage/quoting.ts';
import type { RecordShape } from './record-shape.ts';

/** Whether records have a date that can lie in a closed period. */
export function isDated({ attributes }: RecordShape): boolean {
  return attributes.some(({ standard, name }) => standard && name === 'date');
}

/** SQL for the key of the advisory lock between what writes documents (shared) and whoever closes a period (alone). */
export const closedPeriodLock = `hashtextextended('closed period:' || current_schema(), 0)`;

/** Name of the setting that keeps the first date that is open. */
export const closedPeriodSetting = 'closedPeriod';

/**
 * PL/pgSQL that reads the closed date into a variable, which stays null for who may change what is closed. The lock comes before
 * any row is locked: nobody then holds rows while waiting for it, and a date that is read stays true until the end.
 */
export function readClosedPeriod(variable: string, context: string): string {
  return `if not coalesce((${context}->>'closedPeriodAllowed')::boolean, false) then
    perform pg_advisory_xact_lock_shared(${closedPeriodLock});
    ${variable} := (select value #>> '{}' from _settings where name = ${quoteLiteral(closedPeriodSetting)})::date;
  end if;`;
}
