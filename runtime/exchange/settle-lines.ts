import { recordColumn } from './import-columns.ts';
import type { ImportRow } from './import-row.ts';

/**
 * Says which records lines are of, after their names are looked up. A record whose lines were written already would lose
 * them to those that come now, so that these are refused; `done` remembers the records of the whole file.
 */
export function settleLines(rows: readonly ImportRow[], done: Set<string>): void {
  for (const row of rows) {
    const id = row.lines?.record[recordColumn];
    if (row.lines === undefined || typeof id !== 'string') continue;
    if (done.has(id)) {
      const parameters = { value: row.lines.called };
      row.bad.push({ column: recordColumn, problem: { code: 'import-lines-apart', parameters } });
    }
    done.add(id);
    row.id = id;
  }
}
