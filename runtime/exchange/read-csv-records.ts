import type { RecordShape } from '../records/record-shape.ts';
import { withoutFormulaGuard } from './formula-guard.ts';
import { type ImportColumn, importColumns } from './import-columns.ts';
import type { ImportFile } from './import-file.ts';
import { type BadCell, type ImportRow, importRow } from './import-row.ts';
import { putValue } from './put-value.ts';
import { readCsv } from './read-csv.ts';

/** The records of a CSV file, one a row. Throws when its columns are not those of the object. */
export async function* readCsvRecords(file: ImportFile, shape: RecordShape): AsyncGenerator<ImportRow> {
  let columns: readonly ImportColumn[] | undefined;
  for await (const { row: number, cells } of readCsv(file)) {
    if (columns === undefined) columns = importColumns(cells, shape);
    else yield recordOf(cells, { number, columns, shape });
  }
  if (columns === undefined) importColumns([], shape);
}

/** More cells than columns: quotes or delimiters are not where they should be. */
export function surplusCells(cells: readonly string[], columns: readonly ImportColumn[], row: number): BadCell[] {
  if (cells.length <= columns.length) return [];
  const reason = `${cells.length} > ${columns.length}`;
  return [{ row, column: '', problem: { code: 'import-row-broken', line: row, parameters: { reason } } }];
}

function recordOf(
  cells: readonly string[],
  { number, columns, shape }: { number: number; columns: readonly ImportColumn[]; shape: RecordShape },
): ImportRow {
  const row = importRow(number, false);
  row.bad.push(...surplusCells(cells, columns, number));
  columns.forEach((column, index) => {
    const cell = withoutFormulaGuard(cells[index] ?? '');
    if (column.role === 'id') row.id = cell.trim() === '' ? undefined : cell.trim().toLowerCase();
    else if (column.role === 'posted') row.post = /^(true|yes|1|да|истина)$/i.test(cell.trim());
    else if (column.role === 'value' && column.attribute !== undefined) {
      const place = { attribute: column.attribute, column: column.name, into: row.values, found: cell };
      putValue(row, place, shape.configuration);
    }
  });
  return row;
}
