import { sql } from 'kysely';
import { type Attribute, ProblemError, type Section } from '#platform';
import { rowQuery } from '../access/row-compiler.ts';
import type { RecordView, Value } from '../http/contract.ts';
import type { Sql } from '../query/expression-frame.ts';
import type { Session } from '../session/session.ts';
import { columnsOf } from '../storage/columns.ts';
import { presentationSql } from './presentation.ts';
import { recordNotFound } from './record-not-found.ts';
import { type RecordShape, recordShape } from './record-shape.ts';
import { addReferred, type ReferredRecords, shownTexts } from './shown-texts.ts';
import { type Columns, isIdentity, valueOfColumns } from './value-form.ts';

const alias = 'row';

/** A record as it stands, its lines and the shown texts of all it refers to. Throws `record-not-found` where the user may not read it. */
export async function readRecord(session: Session, { path, id }: { path: string; id: string }): Promise<RecordView> {
  const shape = recordShape(session.infobase.configuration, path);
  const row = isIdentity(id) ? await storedRow(session, shape, id) : undefined;
  if (row === undefined) throw new ProblemError([recordNotFound(shape, id)]);
  const { changedBy } = row;
  return {
    id: String(row['id']),
    version: Number(row['version']),
    presentation: String(row['presentation:text']),
    ...(await viewOfValues(session, shape, { values: row, sections: sectionsOf(shape, row) })),
    changedAt: String(row['changedAt']),
    ...(typeof changedBy === 'string' ? { changedBy } : {}),
  };
}

/** Values of columns in their JSON form, with the shown texts of all they refer to. */
export async function viewOfValues(
  session: Session,
  shape: RecordShape,
  columns: { readonly values: Columns; readonly sections: Readonly<Record<string, readonly Columns[]>> },
): Promise<Pick<RecordView, 'values' | 'sections' | 'shown'>> {
  const referred: ReferredRecords = new Map();
  const viewOf = (attributes: readonly Attribute[], row: Columns): Record<string, Value> =>
    Object.fromEntries(
      attributes.map(attribute => {
        const value = valueOfColumns(attribute, row, shape.configuration);
        addReferred(referred, attribute.type, value);
        return [attribute.name, value];
      }),
    );
  const values = viewOf(shape.attributes, columns.values);
  const sections = shape.sections.map(({ name, attributes }) => [
    name,
    (columns.sections[name] ?? []).map(line => viewOf(attributes, line)),
  ]);
  return { values, sections: Object.fromEntries(sections), shown: await shownTexts(session, referred) };
}

/** One statement, so that the record and its lines are of one moment. */
async function storedRow(session: Session, shape: RecordShape, id: string): Promise<Columns | undefined> {
  const query = rowQuery(session, { path: shape.object.path, subject: shape.subject, alias });
  const condition = query.restrict('read');
  const own = shape.attributes.flatMap(columnsOf).map(({ name }) => sql.id(alias, name));
  const columns = [
    ...['id', 'version', 'changedAt', 'changedBy'].map(name => sql.id(alias, name)),
    sql`${presentationSql(shape, alias, session.language)} as "presentation:text"`,
    ...own,
    ...shape.sections.map(section => linesColumn(shape, section)),
  ];
  const statement = sql<Columns>`select ${sql.join(columns)} from ${sql.id(shape.table)} as ${sql.id(alias)} ${query.joins()}
    where ${sql.id(alias, 'id')} = ${id}::uuid and ${condition}`;
  return (await statement.execute(session.database.query)).rows[0];
}

/** Lines as JSON; decimals as texts, because JSON's own numbers would round them. */
function linesColumn({ object }: RecordShape, { name, attributes }: Section): Sql {
  const columns = attributes.flatMap(attribute =>
    columnsOf(attribute).map(column => {
      const value = sql.id('line', column.name);
      return attribute.type.storage === 'decimal' ? sql`${value}::text as ${sql.id(column.name)}` : value;
    }),
  );
  const lines = sql`select ${sql.join([sql.id('line', 'line'), ...columns])} from ${sql.id(`${object.path}.${name}`)} as line
    where line.record = ${sql.id(alias, 'id')}`;
  return sql`(select coalesce(json_agg(row_to_json("lines") order by "lines".line), '[]') from (${lines}) as "lines") as ${sql.id(linesName(name))}`;
}

function linesName(section: string): string {
  return `lines:${section}`;
}

function sectionsOf(shape: RecordShape, row: Columns): Record<string, readonly Columns[]> {
  const sections = shape.sections.map(({ name }) => {
    const lines = row[linesName(name)];
    return [name, Array.isArray(lines) ? lines : []] as const;
  });
  return Object.fromEntries(sections);
}
