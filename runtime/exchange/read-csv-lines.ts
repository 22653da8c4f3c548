import type { Section } from '#platform';
import type { RecordShape } from '../records/record-shape.ts';
import { withoutFormulaGuard } from './formula-guard.ts';
import { type ImportColumn, lineColumns, recordColumn } from './import-columns.ts';
import type { ImportFile } from './import-file.ts';
import { type ImportRow, linesRow } from './import-row.ts';
import { putValue } from './put-value.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { surplusCells } from './read-csv-records.ts';

/**
 * The lines of a section as a CSV file has them, one a row, those of one record together in the order of the file. Throws when the
 * columns are not those of the section, or do not name the record.
 */
export async function* readCsvLines(file: ImportFile, shape: RecordShape, section: Section): AsyncGenerator<ImportRow> {
  let columns: readonly ImportColumn[] | undefined;
  let lines: ImportRow | undefined;
  for await (const found of readCsv(file)) {
    if (columns === undefined) {
      columns = lineColumns(found.cells, shape, section);
      continue;
    }
    const called = calledOf(found, columns);
    if (lines === undefined || lines.lines?.called !== called) {
      if (lines !== undefined) yield lines;
      lines = startLines(found.row, called, { shape, section });
    }
    addLine(lines, found, { shape, section, columns });
  }
  if (columns === undefined) lineColumns([], shape, section);
  if (lines !== undefined) yield lines;
}

interface Place {
  readonly shape: RecordShape;
  readonly section: Section;
}

function calledOf({ cells }: CsvRow, columns: readonly ImportColumn[]): string {
  return cells[columns.findIndex(({ role }) => role === 'record')]?.trim() ?? '';
}

function startLines(number: number, called: string, { shape, section }: Place): ImportRow {
  const row = linesRow(number, section.name, called);
  const { path, title } = shape.object;
  if (called === '') {
    row.bad.push({ column: recordColumn, problem: { code: 'value-required', path, parameters: { attribute: title } } });
  } else {
    const type = { name: recordColumn, storage: 'reference', targets: [path] } as const;
    const attribute = { name: recordColumn, path, type };
    row.references.push({ attribute, column: recordColumn, into: row.lines?.record ?? {}, text: called });
  }
  return row;
}

function addLine(
  row: ImportRow,
  { row: number, cells }: CsvRow,
  { shape, section, columns }: Place & { readonly columns: readonly ImportColumn[] },
): void {
  const into: ImportRow['values'] = {};
  row.lines?.rows.push(number);
  row.sections?.[section.name]?.push(into);
  row.bad.push(...surplusCells(cells, columns, number));
  columns.forEach(({ role, attribute, name: column }, index) => {
    if (role !== 'value' || attribute === undefined) return;
    const found = withoutFormulaGuard(cells[index] ?? '');
    putValue(row, { attribute, column, into, found, row: number }, shape.configuration);
  });
}
