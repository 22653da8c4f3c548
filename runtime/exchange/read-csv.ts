import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Problem, ProblemError } from '#platform';
import { delimiterOf } from './file-encoding.ts';
import { type ImportFile, textOf } from './import-file.ts';
import { exchangeLimits } from './limits.ts';

/** One row of a CSV file: texts in the order of the columns. `row` counts lines of data from 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * The names of the columns and then the rows of a CSV file (RFC 4180), in constant memory. Commas, semicolons and tabs are
 * told apart by the first line. Throws `import-row-broken` where quotes do not close.
 */
export async function* readCsv(file: ImportFile): AsyncGenerator<CsvRow> {
  const parser = Readable.from(textOf(file)).pipe(
    parse({
      delimiter: delimiterOf(file.sample),
      relaxColumnCount: true,
      skipEmptyLines: true,
      maxRecordSize: exchangeLimits.rowCharactersMax,
    }),
  );
  let row = 0;
  try {
    for await (const cells of parser) {
      if (isCells(cells)) yield { row, cells };
      row += 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ProblemError([broken(row, error.message)]);
  }
}

/** The problem of a row that is not what its format says. */
export function broken(row: number, reason: string): Problem {
  return { code: 'import-row-broken', line: row, parameters: { reason: `${row}: ${reason}` } };
}

function isCells(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(cell => typeof cell === 'string');
}
