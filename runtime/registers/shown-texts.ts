import type { RegisterColumn, Value } from '../http/contract.ts';
import { addReferred, type ReferredRecords, shownTexts as textsOf } from '../records/shown-texts.ts';
import type { Session } from '../session/session.ts';

/**
 * The texts that the references in an answer are shown by, by id: one query however many rows there are. Records the
 * user may not read have none.
 */
export async function shownTexts(
  session: Session,
  columns: readonly RegisterColumn[],
  rows: readonly (readonly Value[])[],
): Promise<Record<string, string>> {
  const referred: ReferredRecords = new Map();
  columns.forEach((column, index) => {
    const type = typeOf(column);
    if (type === undefined) return;
    for (const row of rows) addReferred(referred, type, row[index] ?? null);
  });
  return textsOf(session, referred);
}

/** Recorders are documents of any type. */
function typeOf({ role, attribute }: RegisterColumn) {
  return role === 'recorder' ? ({ name: 'composite', storage: 'composite' } as const) : attribute?.type;
}
