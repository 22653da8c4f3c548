import { stringify } from 'csv-stringify/sync';
import { type RawBuilder, sql } from 'kysely';
import type { Attribute, Section } from '#platform';
import type { Value } from '../http/contract.ts';
import { type RecordShape, recordShape } from '../records/record-shape.ts';
import { valueOfColumns } from '../records/value-form.ts';
import type { Session } from '../session/session.ts';
import { columnsOf } from '../storage/columns.ts';
import { withFormulaGuard } from './formula-guard.ts';
import { hierarchyLevels } from './hierarchy-levels.ts';
import { requireSection } from './import-columns.ts';
import { exchangeLimits } from './limits.ts';
import { columnOfRow, readableRows } from './readable-rows.ts';

export interface ExportRequest {
  readonly path: string;
  /** CSV has one row per record, or per line of `section`; JSON Lines has the lines within their record. */
  readonly format: 'csv' | 'jsonl';
  readonly filter?: string;
  readonly section?: string;
  /** 'guarded' (unless told) keeps spreadsheets from running texts as formulas; 'plain' is for programs. */
  readonly formulas?: 'guarded' | 'plain';
  /** Records marked for deletion are left out unless this is true. */
  readonly marked?: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * All records that the user may read, as the text of a file that is made page by page while it is read. What import
 * reads gives the same records again. Problems are thrown before the first piece.
 */
export async function exportRecords(session: Session, request: ExportRequest): Promise<AsyncIterable<string>> {
  const shape = recordShape(session.infobase.configuration, request.path);
  const section = request.section === undefined ? undefined : requireSection(request.section, shape);
  const pages = pagesOf(session, shape, request);
  const first = await pages.next();
  return request.format === 'jsonl'
    ? jsonLines(session, shape, { first, pages })
    : csv(session, shape, { first, pages, section, isGuarded: request.formulas !== 'plain' });
}

type Pages = AsyncGenerator<readonly Row[]>;
interface Source {
  /** Asked for already, so that a refused request is a problem and not half a file. */
  readonly first: IteratorResult<readonly Row[]>;
  readonly pages: Pages;
}

async function* following({ first, pages }: Source): Pages {
  if (first.done !== true) yield first.value;
  yield* pages;
}

/** Records by pages: parents first, else in the order of their ids, which is the order they were made in. */
async function* pagesOf(session: Session, shape: RecordShape, request: ExportRequest): Pages {
  const filter = request.filter === undefined ? {} : { filter: request.filter };
  const canBeMarked = shape.attributes.some(({ standard, name }) => standard && name === 'deletionMark');
  const unmarked = canBeMarked && request.marked !== true ? sql`not ${columnOfRow('deletionMark')}` : sql`true`;
  const names = ['id', ...shape.attributes.flatMap(columnsOf).map(one => one.name)];
  for (const level of await hierarchyLevels(session, shape)) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (let isLast = false; !isLast; ) {
      const condition = sql<boolean>`(${columnOfRow('id')} > ${after}::uuid and ${level} and ${unmarked})`;
      const query = sql<Row>`select ${sql.join(names.map(columnOfRow))}
        ${readableRows(session, shape, { condition, ...filter })}
        order by ${columnOfRow('id')} limit ${exchangeLimits.pageRows}`;
      const { rows } = await query.execute(session.database.query);
      if (rows.length > 0) yield rows;
      isLast = rows.length < exchangeLimits.pageRows;
      after = String(rows.at(-1)?.['id']);
    }
  }
}

async function* jsonLines(session: Session, shape: RecordShape, source: Source): AsyncGenerator<string> {
  for await (const rows of following(source)) {
    const sections = await Promise.all(
      shape.sections.map(async section => ({ section, lines: await linesOf(session, section, rows) })),
    );
    const texts = rows.map(row => {
      const parts = sections.map(({ section, lines }) => [
        section.name,
        (lines.get(String(row['id'])) ?? []).map(line => valuesOf(section.attributes, line, shape)),
      ]);
      const values = valuesOf(shape.attributes, row, shape);
      return JSON.stringify({ id: row['id'], values, sections: Object.fromEntries(parts) });
    });
    yield `${texts.join('\n')}\n`;
  }
}

async function* csv(
  session: Session,
  shape: RecordShape,
  source: Source & { readonly section: Section | undefined; readonly isGuarded: boolean },
): AsyncGenerator<string> {
  const { section, isGuarded } = source;
  const attributes = section?.attributes ?? shape.attributes;
  const guard = (attribute: Attribute, cell: string) =>
    isGuarded && attribute.type.storage === 'text' ? withFormulaGuard(cell) : cell;
  const cells = (row: Row) =>
    attributes.map(attribute => guard(attribute, cellOf(valueOfColumns(attribute, row, shape.configuration))));
  // Spreadsheets take a file for UTF-8 only when it begins with this mark.
  yield `\u{feff}${text([[...(section === undefined ? ['id'] : ['record', 'line']), ...attributes.map(one => one.name)]])}`;
  for await (const rows of following(source)) {
    if (section === undefined) {
      yield text(rows.map(row => [String(row['id']), ...cells(row)]));
      continue;
    }
    const lines = await linesOf(session, section, rows);
    const all = rows.flatMap(row => lines.get(String(row['id'])) ?? []);
    yield text(all.map(line => [String(line['record']), String(line['line']), ...cells(line)]));
  }
}

/** Lines of these records, by record: one query for a page. */
async function linesOf(session: Session, section: Section, rows: readonly Row[]): Promise<Map<string, Row[]>> {
  const names = [
    'record',
    'line',
    ...section.attributes.flatMap(attribute => columnsOf(attribute).map(one => one.name)),
  ];
  const select: RawBuilder<unknown> = sql.join(names.map(name => sql.id(name)));
  const ids = rows.map(row => String(row['id']));
  const lines = await sql<Row>`select ${select} from ${sql.id(section.path)} where record = any(${ids}::uuid[])
    order by record, line`.execute(session.database.query);
  return Map.groupBy(lines.rows, line => String(line['record']));
}

function valuesOf(attributes: readonly Attribute[], row: Row, { configuration }: RecordShape): Record<string, Value> {
  return Object.fromEntries(
    attributes.map(attribute => [attribute.name, valueOfColumns(attribute, row, configuration)]),
  );
}

function cellOf(value: Value): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.id : String(value);
}

/** RFC 4180: lines end in CR LF. */
function text(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map(row => [...row]),
    { record_delimiter: 'windows' },
  );
}
