import { type RawBuilder, sql } from 'kysely';
import { type Expression, type MetadataObject, ProblemError } from '#platform';
import { askedExpression } from '../access/asked-expression.ts';
import { type RowQuery, rowQuery } from '../access/row-compiler.ts';
import type { ListPage, ListRow, Value } from '../http/contract.ts';
import type { Sql } from '../query/expression-frame.ts';
import type { Session } from '../session/session.ts';
import { columnsOf } from '../storage/columns.ts';
import { type Cursor, rangesAfter, readCursor, writeCursor } from './list-cursor.ts';
import { fieldExpression, type OrderKey, orderBy, orderKeys } from './list-order.ts';
import { presentationSql } from './presentation.ts';
import { type RecordShape, recordShape } from './record-shape.ts';
import { searchCondition } from './search-condition.ts';
import { addReferred, type ReferredRecords, shownTexts } from './shown-texts.ts';
import { type Columns, isIdentity, valueOfColumns } from './value-form.ts';

export interface ListRequest {
  readonly path: string;
  /** An expression over the object's subject that must be true. */
  readonly filter?: string;
  readonly search?: string;
  /** Attributes, also of what references point to; '-' before one for descending. The object's own order when absent. */
  readonly order?: readonly string[];
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit?: number;
  /** Records directly below this one; '' for those at the top. */
  readonly parent?: string;
  readonly owner?: string;
  /** Attributes to answer, also of what references point to; all of the object's own when absent. */
  readonly fields?: readonly string[];
  readonly count?: boolean;
  /** False leaves out what is marked for deletion. */
  readonly marked?: boolean;
}

export const listLimits = Object.freeze({ rowsMax: 1000, rowsUsual: 50 });

const alias = 'row';

/** One page of an object's records that the user may read, in order, with the shown texts of what they refer to. */
export async function listRecords(session: Session, request: ListRequest): Promise<ListPage> {
  const list = prepareList(session, request);
  const limit = Math.min(Math.max(request.limit ?? listLimits.rowsUsual, 1), listLimits.rowsMax);
  const [rows, count] = await Promise.all([
    pageRows(session, list, limit + 1),
    request.count === true ? countRows(session, list) : undefined,
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: await listRows(session, list, page),
    ...(rows.length > limit && last !== undefined ? { next: writeCursor(cursorOf(list, last)) } : {}),
    ...(count === undefined ? {} : { count }),
  };
}

interface Field {
  readonly name: string;
  readonly expression: Expression;
  readonly columns: readonly Sql[];
}

interface List {
  readonly shape: RecordShape;
  /** Finds the rows of the page: conditions and order. */
  readonly query: RowQuery;
  /** Reads what is shown of them, after their number is down to a page. */
  readonly shown: RowQuery;
  readonly fields: readonly Field[];
  /** The record's own short text. */
  readonly presentation: Sql;
  readonly keys: readonly OrderKey[];
  readonly conditions: readonly Sql[];
  readonly cursor?: Cursor;
}

const id = sql.id(alias, 'id');

function prepareList(session: Session, request: ListRequest): List {
  const shape = recordShape(session.infobase.configuration, request.path);
  const row = { path: request.path, subject: shape.subject, alias };
  const [query, shown] = [rowQuery(session, row), rowQuery(session, row)];
  const order =
    request.order === undefined || request.order.length === 0
      ? [shape.order].filter(name => name !== '')
      : request.order;
  const keys = orderKeys(session, shape, { query, order });
  const names = request.fields ?? shape.attributes.map(({ name }) => name);
  const fields = names.map(name => {
    const expression = fieldExpression(session, shape, name);
    return { name, expression, columns: shown.asked.columns(expression) };
  });
  return {
    shape,
    query,
    shown,
    fields,
    presentation: presentationSql(shape, alias, session.language),
    keys,
    conditions: [query.restrict('read'), ...conditionsOf(session, { shape, query, request })],
    ...(request.after === undefined ? {} : { cursor: readCursor(request.after, keys.length) }),
  };
}

interface Asked {
  readonly shape: RecordShape;
  readonly query: RowQuery;
  readonly request: ListRequest;
}

function conditionsOf(session: Session, { shape, query, request }: Asked): Sql[] {
  const { filter, search, parent, owner, marked } = request;
  const row = { path: shape.object.path, subject: shape.subject };
  const has = (name: string) => shape.attributes.some(attribute => attribute.standard && attribute.name === name);
  return [
    ...(filter === undefined || filter.trim() === ''
      ? []
      : [query.asked.filter(askedExpression(session, { row, text: filter, expected: 'condition' }))]),
    ...(search === undefined || search.trim() === '' ? [] : [searchCondition(shape, alias, search)]),
    ...(parent === undefined ? [] : [placeCondition(shape.object, 'parent', parent)]),
    ...(owner === undefined ? [] : [placeCondition(shape.object, 'owner', owner)]),
    ...(marked === false && has('deletionMark') ? [sql`not ${sql.id(alias, 'deletionMark')}`] : []),
  ];
}

function placeCondition(object: MetadataObject, name: 'parent' | 'owner', value: string): Sql {
  const column = object.entity?.attributes.some(attribute => attribute.name === name);
  if (column !== true)
    throw new ProblemError([{ code: 'field-invalid', path: object.path, parameters: { field: name } }]);
  if (value === '') return sql`${sql.id(alias, name)} is null`;
  return isIdentity(value) ? sql`${sql.id(alias, name)} = ${value}::uuid` : sql`false`;
}

/** The rows of the page: one query, or a second one where records without a value in the order follow the others. */
async function pageRows(session: Session, list: List, limit: number): Promise<Columns[]> {
  const ranges = list.cursor === undefined ? [undefined] : rangesAfter(list.keys, list.cursor, id);
  const rows: Columns[] = [];
  for (const range of ranges) {
    const conditions = range === undefined ? list.conditions : [...list.conditions, range];
    const statement = shownRows(
      list,
      sql`select ${sql.join(foundColumns(list))} from ${sql.id(list.shape.table)} as ${sql.id(alias)}
      ${list.query.joins()} where ${sql.join(conditions, sql` and `)} ${orderBy(list.keys, id)} limit ${limit - rows.length}`,
    );
    rows.push(...(await statement.execute(session.database.query)).rows);
    if (rows.length >= limit) break;
  }
  return rows;
}

/** Plain columns only: what has to be computed or joined for showing is left for the few rows of the page. */
function foundColumns({ shape, keys }: List): Sql[] {
  const own = ['id', 'version', ...shape.attributes.flatMap(columnsOf).map(({ name }) => name)];
  return [
    ...own.map(name => sql.id(alias, name)),
    ...keys.map(({ value }, place) => sql`${value} as ${sql.id(keyName(place))}`),
  ];
}

function shownRows({ presentation, shown, fields, keys }: List, found: Sql): RawBuilder<Columns> {
  const columns = [
    id,
    sql.id(alias, 'version'),
    sql`${presentation} as presentation`,
    ...fields.flatMap(({ columns }, place) =>
      columns.map((column, part) => sql`${column} as ${sql.id(columnName(place, part))}`),
    ),
    ...keys.map((_, place) => sql`${sql.id(alias, keyName(place))}::text as ${sql.id(keyName(place))}`),
  ];
  const order = keys.map((key, place) => ({ ...key, value: sql.id(alias, keyName(place)) }));
  return sql<Columns>`select ${sql.join(columns)} from (${found}) as ${sql.id(alias)} ${shown.joins()} ${orderBy(order, id)}`;
}

/** Carries a colon, so that no attribute has the same name. */
function keyName(place: number): string {
  return `:key${place}`;
}

/** Columns of a field by its place: paths such as `supplier.code` are too long to be names of columns. */
function columnName(place: number, part: number): string {
  return part === 0 ? `field${place}` : `field${place}:type`;
}

async function countRows(session: Session, { shape, query, conditions }: List): Promise<number> {
  const statement = sql<{ count: string }>`select count(*) as count from ${sql.id(shape.table)} as ${sql.id(alias)}
    ${query.joins()} where ${sql.join(conditions, sql` and `)}`;
  const { rows } = await statement.execute(session.database.query);
  return Number(rows[0]?.count ?? 0);
}

function cursorOf({ keys }: List, row: Columns): Cursor {
  const values = keys.map((_, place) => row[keyName(place)]).map(value => (typeof value === 'string' ? value : null));
  return { id: String(row['id']), values };
}

async function listRows(session: Session, list: List, rows: readonly Columns[]): Promise<ListRow[]> {
  const referred: ReferredRecords = new Map();
  const values = rows.map(row => valuesOfRow(session, { list, row, referred }));
  const texts = await shownTexts(session, referred);
  return rows.map((row, index) => ({
    id: String(row['id']),
    version: Number(row['version']),
    presentation: String(row['presentation']),
    values: values[index] ?? {},
    shown: shownOf(values[index] ?? {}, texts),
  }));
}

function valuesOfRow(
  { infobase }: Session,
  { list, row, referred }: { readonly list: List; readonly row: Columns; readonly referred: ReferredRecords },
): Record<string, Value> {
  const values: Record<string, Value> = {};
  list.fields.forEach(({ name, expression }, place) => {
    if (expression.type.of !== 'value') return;
    const { type } = expression.type;
    values[name] = valueOfColumns({ name: columnName(place, 0), type }, row, infobase.configuration);
    addReferred(referred, type, values[name]);
  });
  return values;
}

/** The shown texts of one row, by field. */
function shownOf(
  values: Readonly<Record<string, Value>>,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  const shown = Object.entries(values).flatMap(([name, value]) => {
    const id = typeof value === 'object' && value !== null ? value.id : value;
    const text = typeof id === 'string' ? texts[id] : undefined;
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(shown);
}
