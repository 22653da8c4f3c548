import { setImmediate as breathe } from 'node:timers/promises';
import type { Problem } from '#platform';
import { type RecordShape, recordShape } from '../records/record-shape.ts';
import type { Session } from '../session/session.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { requireSection } from './import-columns.ts';
import type { ImportFile } from './import-file.ts';
import type { ImportRow } from './import-row.ts';
import { exchangeLimits } from './limits.ts';
import { matchRecords } from './match-records.ts';
import { readCsvLines } from './read-csv-lines.ts';
import { readCsvRecords } from './read-csv-records.ts';
import { readJsonRecords } from './read-json-records.ts';
import { resolveReferences } from './resolve-references.ts';
import { settleLines } from './settle-lines.ts';
import { writeRows } from './write-rows.ts';

export interface ImportRequest {
  readonly path: string;
  readonly file: ImportFile;
  readonly format: 'csv' | 'jsonl';
  /** CSV: the rows are lines of this section, and replace those of the records that they name. */
  readonly section?: string;
  /** What bad rows do: refuse the whole file, or stay out while the good ones are loaded. */
  readonly bad: 'refuse' | 'skip';
  /** Everything is tried and nothing kept. */
  readonly dryRun?: boolean;
  readonly report?: (rows: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** What came of it. Bad rows beyond a thousand are counted in `badCount` only. */
export interface Imported {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly badCount: number;
  readonly bad: readonly { readonly row: number; readonly column: string; readonly problem: Problem }[];
}

/** Ends a transaction that must leave nothing behind, and carries the outcome out of it. */
class TakenBack extends Error {
  readonly outcome: Imported;

  constructor(outcome: Imported) {
    super('The import was taken back.');
    this.outcome = outcome;
  }
}

/**
 * Reads a file of records in constant memory and writes them in one transaction. Rows are matched with existing records by
 * id, or by code or number, and references by those or by description. Every bad row is reported; with `refuse` one
 * bad row keeps all out, and the counts are then zero.
 */
export async function importRecords(session: Session, request: ImportRequest): Promise<Imported> {
  const shape = recordShape(session.infobase.configuration, request.path);
  try {
    return await inTransaction(session.database, async database => {
      const outcome = await importAll({ ...session, database }, request, shape);
      if (request.bad === 'refuse' && outcome.badCount > 0) throw new TakenBack({ ...outcome, created: 0, updated: 0 });
      if (request.dryRun === true) throw new TakenBack(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    throw error;
  }
}

function rowsOf({ file, format, section }: ImportRequest, shape: RecordShape): AsyncGenerator<ImportRow> {
  if (section !== undefined && format === 'csv') return readCsvLines(file, shape, requireSection(section, shape));
  return format === 'csv' ? readCsvRecords(file, shape) : readJsonRecords(file, shape);
}

async function importAll(session: Session, request: ImportRequest, shape: RecordShape): Promise<Imported> {
  const total = { read: 0, created: 0, updated: 0, badCount: 0, bad: [] as Imported['bad'][number][] };
  const done = new Set<string>();
  for await (const rows of batches(rowsOf(request, shape))) {
    request.signal?.throwIfAborted();
    const written = await importBatch(session, rows, { shape, done });
    total.read += rows.reduce((sum, row) => sum + rowsIn(row), 0);
    total.created += written.filter(row => row.version === undefined).length;
    total.updated += written.filter(row => row.version !== undefined).length;
    for (const { row, bad } of rows.filter(one => one.bad.length > 0)) {
      total.badCount += new Set(bad.map(cell => cell.row ?? row)).size;
      if (total.bad.length < exchangeLimits.badRowsMax) total.bad.push(...bad.map(cell => ({ row, ...cell })));
    }
    await request.report?.(total.read);
    await breathe();
  }
  return total;
}

/** Rows of the file that a row stands for. */
function rowsIn({ lines }: ImportRow): number {
  return lines?.rows.length ?? 1;
}

async function importBatch(
  session: Session,
  rows: readonly ImportRow[],
  { shape, done }: { readonly shape: RecordShape; readonly done: Set<string> },
): Promise<readonly ImportRow[]> {
  const written: ImportRow[] = [];
  for (let rest = rows; rest.length > 0; ) {
    // A row may name a parent that stands before it in the same file, which must then be written first.
    const next = rest.findIndex((row, index) => index > 0 && namesOwnRecords(row, shape));
    const part = next < 0 ? rest : rest.slice(0, next);
    rest = next < 0 ? [] : rest.slice(next);
    await resolveReferences(session, part);
    settleLines(part, done);
    await matchRecords(session, part.filter(isGood), shape);
    written.push(...(await writeRows(session, shape.object.path, part.filter(isGood))));
  }
  return written;
}

function namesOwnRecords(row: ImportRow, { object }: RecordShape): boolean {
  return (
    row.lines === undefined &&
    row.references.some(({ attribute }) => attribute.type.targets?.includes(object.path) === true)
  );
}

function isGood(row: ImportRow): boolean {
  return row.bad.length === 0;
}

async function* batches(rows: AsyncIterable<ImportRow>): AsyncGenerator<readonly ImportRow[]> {
  let batch: ImportRow[] = [];
  let size = 0;
  for await (const row of rows) {
    batch.push(row);
    size += rowsIn(row);
    if (size < exchangeLimits.batchRows) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
