import type { Attribute, Section } from '#platform';
import { columnsOf } from '../../storage/columns.ts';
import { quoteIdentifier as q } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { columnVariable, linesVariable, rowsName } from './variables.ts';

/** Column of `sectionRows` with the line as it arrived; only sections whose lines have defaults need it. */
export const rawLine = q(':raw');

/**
 * The lines of a section that is being written, as a relation: the values given, read from JSON in one go, beside the
 * columns computed so far, which are arrays in line order. `line` counts from 1.
 */
export function sectionRows(section: Section, computed: ReadonlySet<string>): string {
  const given = section.attributes.filter(
    attribute => !computed.has(attribute.path) && attribute.formula === undefined,
  );
  const made = section.attributes.filter(attribute => computed.has(attribute.path));
  const givenColumns = given.flatMap(columnsOf);
  const madeColumns = made.flatMap(columnsOf);
  const awaitsDefault = given.some(attribute => attribute.default !== undefined);
  const needsRaw = givenColumns.length === 0 || awaitsDefault;
  const lines = linesVariable(section);
  const functions = [
    ...(givenColumns.length === 0
      ? []
      : [`jsonb_to_recordset(${lines}) as (${givenColumns.map(({ name, type }) => `${q(name)} ${type}`).join(', ')})`]),
    ...madeColumns.map(({ name }) => `unnest(${columnVariable(section, name)})`),
    ...(needsRaw ? [`jsonb_array_elements(${lines})`] : []),
  ];
  const names = [...givenColumns, ...madeColumns].map(({ name }) => q(name));
  const all = [...names, ...(needsRaw ? [rawLine] : []), '"line"'];
  const shown = [
    ...[...given, ...made].flatMap(attribute => columnsOf(attribute).map(({ name }) => filledIn(attribute, name))),
    ...(needsRaw ? [rawLine] : []),
    '"line"',
  ];
  return `(select ${shown.join(', ')} from rows from (${functions.join(', ')}) with ordinality as ":given"(${all.join(', ')}))`;
}

/** A yes-or-no that nobody answered is a no. */
export function filledIn(attribute: Attribute, column: string, from = '":given"'): string {
  const value = `${from}.${q(column)}`;
  return attribute.type.storage === 'boolean' ? `coalesce(${value}, false) as ${q(column)}` : value;
}

/** The statement with a `with` clause that lets it read the sections of the record that is being written. */
export function withSections(shape: RecordShape, computed: ReadonlySet<string>, statement: string): string {
  const clauses = sectionClauses(shape.sections, computed, statement);
  return clauses.length === 0 ? statement : `with ${clauses.join(', ')} ${statement}`;
}

/** One clause for each of the sections that the statement reads. */
export function sectionClauses(
  sections: readonly Section[],
  computed: ReadonlySet<string>,
  statement: string,
): string[] {
  return sections
    .filter(section => statement.includes(q(rowsName(section))))
    .map(section => `${q(rowsName(section))} as (select * from ${sectionRows(section, computed)} as ":all")`);
}
