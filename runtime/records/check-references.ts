import { sql } from 'kysely';
import { type Attribute, type Problem, ProblemError } from '#platform';
import { restrict } from '../access/restrict.ts';
import { rowCompiler } from '../access/row-compiler.ts';
import type { Session } from '../session/session.ts';
import { type RecordShape, shapeOf } from './record-shape.ts';
import type { SaveInput } from './save-input.ts';
import { valueOfColumns } from './value-form.ts';

interface Found {
  readonly attribute: Attribute;
  readonly target: string;
  readonly id: string;
}

/**
 * Refuses references to records the user may not read, as if they were not there: writing must not tell what reading does
 * not. Values that the stored record has already may stay. Costs nothing where everything may be read.
 */
export async function checkReferences(session: Session, shape: RecordShape, input: SaveInput): Promise<void> {
  const references = hiddenReferences(session, shape, input);
  if (references.length === 0) return;
  const problems: Problem[] = [];
  for (const target of new Set(references.map(reference => reference.target))) {
    const wanted = references.filter(reference => reference.target === target);
    const readable = await readableIds(session, target, [...new Set(wanted.map(({ id }) => id))]);
    const hidden = wanted.filter(({ id }) => !readable.has(id));
    const kept =
      hidden.length > 0 && input.new !== true ? await storedIds(session, shape, { input, hidden }) : new Set();
    problems.push(...hidden.filter(({ attribute, id }) => !kept.has(`${attribute.path} ${id}`)).map(notFound));
  }
  if (problems.length > 0) throw new ProblemError(problems);
}

/** References to objects of which the user may not read every record. */
function hiddenReferences({ rights }: Session, shape: RecordShape, { values, sections }: SaveInput): Found[] {
  const { configuration } = shape;
  const isHidden = (target: string) => rights.on(target, 'read') !== true;
  const inRows = (attributes: readonly Attribute[], rows: readonly Readonly<Record<string, unknown>>[]) =>
    attributes
      .filter(({ type }) => type.targets?.some(isHidden))
      .flatMap(attribute =>
        rows.flatMap((row): Found[] => {
          const value = valueOfColumns(attribute, row, configuration);
          if (value === null || typeof value === 'boolean') return [];
          if (typeof value === 'object') return [{ attribute, target: value.type, id: value.id }];
          const [target] = attribute.type.targets ?? [];
          return attribute.type.storage === 'reference' && target !== undefined
            ? [{ attribute, target, id: value }]
            : [];
        }),
      )
      .filter(({ target }) => isHidden(target));
  return [
    ...inRows(shape.attributes, [values]),
    ...shape.sections.flatMap(section => inRows(section.attributes, sections[section.name] ?? [])),
  ];
}

async function readableIds(session: Session, target: string, ids: readonly string[]): Promise<Set<string>> {
  const object = session.infobase.configuration.objects[target];
  const shape = object && shapeOf(session.infobase.configuration, object);
  if (shape === undefined || session.rights.on(target, 'read') === false) return new Set();
  const compiler = rowCompiler(session, { subject: shape.subject, alias: 'record' });
  const condition = restrict(compiler, session, { path: target, operation: 'read' }) ?? sql`true`;
  const query = sql<{ id: string }>`select record.id from ${sql.id(shape.table)} as record ${compiler.joins()}
    where record.id = any(${ids}::uuid[]) and ${condition}`;
  return new Set((await query.execute(session.database.query)).rows.map(({ id }) => id));
}

/** Which of the hidden references the record holds already: `path id`. */
async function storedIds(
  session: Session,
  shape: RecordShape,
  { input, hidden }: { readonly input: SaveInput; readonly hidden: readonly Found[] },
): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const attribute of new Set(hidden.map(({ attribute }) => attribute))) {
    const section = shape.sections.find(({ attributes }) => attributes.includes(attribute));
    const [table, key] =
      section === undefined ? [shape.table, 'id'] : [`${shape.object.path}.${section.name}`, 'record'];
    const column = sql.id(attribute.name);
    const query = sql<{ id: string }>`select distinct ${column} as id from ${sql.id(table)}
      where ${sql.id(key)} = ${input.id} and ${column} is not null`;
    for (const { id } of (await query.execute(session.database.query)).rows) kept.add(`${attribute.path} ${id}`);
  }
  return kept;
}

function notFound({ attribute }: Found): Problem {
  return { code: 'reference-not-found', path: attribute.path, parameters: { attribute: attribute.title } };
}
