import { sql } from 'kysely';
import { type Attribute, type Expression, type FillFrom, ProblemError } from '#platform';
import { restrict } from '../access/restrict.ts';
import type { CompositeValue, Value } from '../http/contract.ts';
import { sqlCompiler } from '../query/compile-expression.ts';
import type { Sql } from '../query/expression-frame.ts';
import { metadataLookup } from '../query/metadata-lookup.ts';
import type { Session } from '../session/session.ts';
import type { DraftValues } from './draft-values.ts';
import { recordNotFound } from './record-not-found.ts';
import { type RecordShape, recordShape } from './record-shape.ts';
import { type Columns, isIdentity, valueOfColumns } from './value-form.ts';

type Values = Readonly<Record<string, Value>>;

/**
 * The values a new record takes over from its basis, as its configuration says. Throws `basis-unsupported`, or
 * `record-not-found` for a basis the user may not read.
 */
export async function fillFromBasis(session: Session, shape: RecordShape, basis: CompositeValue): Promise<DraftValues> {
  const source = recordShape(session.infobase.configuration, basis.type);
  const fill = shape.object.entity?.fillFrom.find(({ source }) => source === basis.type);
  if (fill === undefined) {
    const parameters = { object: shape.object.title, basis: source.object.title };
    throw new ProblemError([{ code: 'basis-unsupported', path: shape.object.path, parameters }]);
  }
  const [values] = await filledRows(session, { source, basis, set: fill.set, attributes: shape.attributes });
  if (values === undefined) throw new ProblemError([recordNotFound(source, basis.id)]);
  return { values, sections: await filledSections(session, { shape, source, basis, fill }) };
}

interface Filling {
  readonly shape: RecordShape;
  readonly source: RecordShape;
  readonly basis: CompositeValue;
  readonly fill: FillFrom;
}

async function filledSections(
  session: Session,
  { shape, source, basis, fill }: Filling,
): Promise<DraftValues['sections']> {
  const sections: Record<string, readonly Values[]> = {};
  for (const [name, { each, set }] of Object.entries(fill.sections)) {
    const section = shape.sections.find(section => section.name === name);
    if (section === undefined) continue;
    sections[name] = await filledRows(session, { source, basis, set, attributes: section.attributes, each });
  }
  return sections;
}

interface Rows {
  readonly source: RecordShape;
  readonly basis: CompositeValue;
  readonly set: Readonly<Record<string, Expression>>;
  readonly attributes: readonly Attribute[];
  /** Section of the basis whose lines become lines; without it one row is made. */
  readonly each?: string;
}

/** The expressions may read whatever the configuration says; only the basis itself must be open to the user. */
async function filledRows(session: Session, { source, basis, set, attributes, each }: Rows): Promise<Values[]> {
  const { configuration } = session.infobase;
  const variables = {
    basis: { alias: 'basis' },
    [source.subject]: { alias: 'basis' },
    ...(each && { line: { alias: 'line' } }),
  };
  const compiler = sqlCompiler({
    lookup: metadataLookup(configuration),
    variables,
    literals: 'bound',
    user: session.user,
  });
  const columns = Object.entries(set).flatMap(([name, expression]) =>
    compiler.columns(expression).map((value, part) => sql`${value} as ${sql.id(part === 0 ? name : `${name}:type`)}`),
  );
  const condition = restrict(compiler, session, { path: source.object.path, operation: 'read' }) ?? sql`true`;
  const lines: Sql =
    each === undefined ? sql`` : sql`join ${sql.id(`${source.object.path}.${each}`)} as line on line.record = basis.id`;
  const order: Sql = each === undefined ? sql`` : sql`order by line.line`;
  const statement = sql<Columns>`select ${sql.join([sql`1 as ":one"`, ...columns])} from ${sql.id(source.table)} as basis ${lines}
    ${compiler.joins()} where basis.id = ${isIdentity(basis.id) ? basis.id : null}::uuid and ${condition} ${order}`;
  const { rows } = await statement.execute(session.database.query);
  const filled = attributes.filter(({ name }) => set[name] !== undefined);
  return rows.map(row =>
    Object.fromEntries(filled.map(attribute => [attribute.name, valueOfColumns(attribute, row, configuration)])),
  );
}
