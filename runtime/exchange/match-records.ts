import { sql } from 'kysely';
import type { RecordShape } from '../records/record-shape.ts';
import type { Session } from '../session/session.ts';
import type { ImportRow } from './import-row.ts';
import { columnOfRow, readableRows } from './readable-rows.ts';

/**
 * Finds the records that rows of a file mean, for many rows together: by id, else by code or number. A row that means one
 * changes it; every other row makes a new record. A code that several records have is a bad cell.
 */
export async function matchRecords(session: Session, rows: readonly ImportRow[], shape: RecordShape): Promise<void> {
  const number = shape.numbering?.attribute;
  const byId = rows.flatMap(row => row.id ?? []);
  const byNumber =
    number === undefined ? [] : rows.filter(row => row.id === undefined).flatMap(row => textOf(row, number));
  if (byId.length === 0 && byNumber.length === 0) return;
  const shown = number === undefined ? sql`null` : columnOfRow(number);
  const condition = sql<boolean>`(${columnOfRow('id')}::text = any(${byId}::text[]) or ${shown} = any(${byNumber}::text[]))`;
  const found = await sql<{ id: string; version: number; number: string | null }>`
    select ${columnOfRow('id')}, ${columnOfRow('version')}, ${shown} as number
    ${readableRows(session, shape, { condition })}`.execute(session.database.query);
  for (const row of rows) {
    const text = number === undefined || row.id !== undefined ? undefined : textOf(row, number)[0];
    const meant = found.rows.filter(one => (text === undefined ? one.id === row.id : one.number === text));
    const [only] = meant;
    if (meant.length > 1 && number !== undefined) {
      const parameters = { value: text ?? '', column: number, count: meant.length };
      row.bad.push({
        column: number,
        problem: { code: 'import-record-ambiguous', path: shape.object.path, parameters },
      });
    } else if (only !== undefined) {
      row.id = only.id;
      row.version = Number(only.version);
    }
  }
}

function textOf(row: ImportRow, name: string): string[] {
  const value = row.values[name];
  return typeof value === 'string' ? [value] : [];
}
