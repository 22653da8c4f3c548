import { type Attribute, closest, isWritable, type Problem, ProblemError, recordLimits, type Section } from '#platform';
import type { RecordWrite } from '../http/contract.ts';
import type { RecordShape } from './record-shape.ts';
import { type Columns, columnsOfValue, expectedForm } from './value-form.ts';

/** A write as its save function reads it. */
export interface WrittenColumns {
  readonly values: Columns;
  readonly sections: Readonly<Record<string, readonly Columns[]>>;
}

/**
 * The values of a write as columns. What only the server writes (formulas, posted, the deletion mark) is passed over,
 * so that a form may send back all it was shown. Throws every problem of the values at once.
 */
export function columnsOfWrite(shape: RecordShape, write: Pick<RecordWrite, 'values' | 'sections'>): WrittenColumns {
  const problems: Problem[] = [];
  const values = columnsOfRow(shape, { row: write.values, attributes: shape.attributes, place: {} }, problems);
  const sections = Object.entries(write.sections ?? {}).map(([name, rows]) => {
    const section = shape.sections.find(section => section.name === name);
    if (section === undefined) problems.push(unknownName(shape, name, shape.sections));
    return [name, section === undefined ? [] : linesOf(shape, { section, rows }, problems)] as const;
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return { values, sections: Object.fromEntries(sections) };
}

type Row = Readonly<Record<string, unknown>>;

function linesOf(
  shape: RecordShape,
  { section, rows }: { readonly section: Section; readonly rows: readonly Row[] },
  problems: Problem[],
): Columns[] {
  if (rows.length > recordLimits.linesMax) {
    const parameters = { section: section.title, maximum: recordLimits.linesMax };
    problems.push({ code: 'lines-too-many', path: section.path, section: section.name, parameters });
    return [];
  }
  return rows.map((row, index) => {
    const place = { section: section.name, line: index + 1 };
    return columnsOfRow(shape, { row, attributes: section.attributes, place }, problems);
  });
}

interface RowOf {
  readonly row: Row;
  readonly attributes: readonly Attribute[];
  readonly place: { readonly section?: string; readonly line?: number };
}

function columnsOfRow(shape: RecordShape, { row, attributes, place }: RowOf, problems: Problem[]): Columns {
  const columns: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const attribute = attributes.find(attribute => attribute.name === name);
    if (attribute === undefined) problems.push({ ...unknownName(shape, name, attributes), ...place });
    else if (isWritable(attribute)) {
      const written = columnsOfValue(attribute, value, shape.configuration);
      if (written === undefined) problems.push({ ...invalidValue(attribute, value), ...place });
      else Object.assign(columns, written);
    }
  }
  return columns;
}

function unknownName(shape: RecordShape, name: string, known: readonly { readonly name: string }[]): Problem {
  const names = known.map(({ name }) => name);
  const parameters = { object: shape.object.title, attribute: name, closest: closest(name, names) ?? names.join(', ') };
  return { code: 'attribute-unknown', path: shape.object.path, parameters };
}

const shownCharactersMax = 100;

function invalidValue(attribute: Attribute, value: unknown): Problem {
  const found = (JSON.stringify(value) ?? '').slice(0, shownCharactersMax);
  const parameters = { attribute: attribute.title, found, expected: expectedForm(attribute.type) };
  return { code: 'value-invalid', path: attribute.path, parameters };
}
