import type { Section } from '#platform';
import { columnsOf } from '../../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { type Computation, type ComputationStep, computationSteps } from './computations.ts';
import { expressionScope } from './expression-scope.ts';
import { lineRefusals } from './find-problems.ts';
import { rawLine, sectionClauses, sectionRows, withSections } from './section-rows.ts';
import { columnVariable, isNew, ofRecord, refusedVariable, rowsName, values } from './variables.ts';

/** What was computed so far, by attribute path, and the statements that do it. */
export interface ComputedValues {
  readonly statements: readonly string[];
  readonly computed: ReadonlySet<string>;
}

/**
 * Statements that fill in defaults and formulas, each reading what those before it made. What the record itself computes
 * from lines that were just computed comes out of the same statement.
 */
export function computeValues(shape: RecordShape): ComputedValues {
  const computed = new Set<string>();
  const statements: string[] = [];
  const steps = computationSteps(shape);
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    const { section } = step;
    if (section === undefined) {
      statements.push(ofHeader(shape, step, computed));
      continue;
    }
    const [following] = steps;
    const totals = following !== undefined && following.section === undefined ? steps.shift() : undefined;
    statements.push(ofLines(shape, { section, computations: step.computations, totals }, computed));
    for (const { attribute } of step.computations) computed.add(attribute.path);
  }
  return { statements, computed };
}

/** Values of the record itself: those that are plain assignments, and those that a query gives. */
interface HeaderValues {
  readonly assignments: readonly string[];
  readonly targets: readonly string[];
  readonly expressions: readonly string[];
  readonly joins: string;
  readonly onlyForNew: boolean;
}

function headerValues(shape: RecordShape, computations: readonly Computation[]): HeaderValues {
  const scope = expressionScope(shape);
  const results = computations.flatMap(computation => columnValues(computation, scope.columns(computation.expression)));
  const joins = scope.joins();
  const isAbsent = ({ attribute }: Computation) => `${isNew} and not (${values} ? ${quoteLiteral(attribute.name)})`;
  const alone = results.filter(({ value }) => joins.trim() === '' && !value.includes('select'));
  const queried = results.filter(result => !alone.includes(result));
  return {
    assignments: alone.map(result => {
      const assignment = `${ofRecord(result.column.name)} := (${result.value})::${result.column.type};`;
      return result.always ? assignment : `if ${isAbsent(result)} then ${assignment} end if;`;
    }),
    targets: queried.map(({ column }) => ofRecord(column.name)),
    expressions: queried.map(result => {
      const typed = `(${result.value})::${result.column.type}`;
      return result.always
        ? typed
        : `case when ${isAbsent(result)} then ${typed} else ${ofRecord(result.column.name)} end`;
    }),
    joins,
    onlyForNew: !queried.some(({ always }) => always),
  };
}

function ofHeader(shape: RecordShape, { computations }: ComputationStep, computed: ReadonlySet<string>): string {
  const { assignments, targets, expressions, joins, onlyForNew } = headerValues(shape, computations);
  if (targets.length === 0) return assignments.join('\n  ');
  const select = `select ${expressions.join(', ')} into ${targets.join(', ')} from (select) as ":one" ${joins};`;
  const statement = withSections(shape, computed, select);
  return [...assignments, onlyForNew ? `if ${isNew} then ${statement} end if;` : statement].join('\n  ');
}

interface LinesStep {
  readonly section: Section;
  readonly computations: readonly Computation[];
  /** What the record computes next: mostly sums of these lines. */
  readonly totals: ComputationStep | undefined;
}

/** The lines with what is computed now stand under their name in a `with` clause, from which all else is taken. */
function ofLines(shape: RecordShape, step: LinesStep, computed: ReadonlySet<string>): string {
  const { section, computations, totals } = step;
  const rows = q(rowsName(section));
  const columns = computations.flatMap(({ attribute }) => columnsOf(attribute));
  const done = new Set([...computed, ...computations.map(({ attribute }) => attribute.path)]);
  const refused = lineRefusals(shape, section, done);
  const header = headerValues(shape, totals?.computations ?? []);
  const results = [
    ...columns.map(({ name }) => `(select array_agg(${q(name)} order by "line") from ${rows})`),
    ...(refused === undefined
      ? []
      : [`(select coalesce(bool_or(${refused.failed}), false) from ${rows} as ":line" ${refused.joins})`]),
    ...header.expressions,
  ];
  const targets = [
    ...columns.map(({ name }) => columnVariable(section, name)),
    ...(refused === undefined ? [] : [refusedVariable(section)]),
    ...header.targets,
  ];
  const select = `select ${results.join(', ')} into ${targets.join(', ')} from (select) as ":one" ${header.joins};`;
  const clauses = [
    ...sectionClauses(
      shape.sections.filter(other => other !== section),
      computed,
      select,
    ),
    `${rows} as materialized (${computedLines(shape, step, computed)})`,
  ];
  return [...header.assignments, `with ${clauses.join(', ')} ${select}`].join('\n  ');
}

function computedLines(
  shape: RecordShape,
  { section, computations }: LinesStep,
  computed: ReadonlySet<string>,
): string {
  const scope = expressionScope(shape, { line: ':line' });
  const made = computations
    .flatMap(computation => columnValues(computation, scope.columns(computation.expression)))
    .map(({ attribute, always, column, value }) => {
      const typed = `(${value})::${column.type}`;
      const given = `":line".${rawLine} ? ${quoteLiteral(attribute.name)}`;
      return `${always ? typed : `case when ${given} then ":line".${q(column.name)} else ${typed} end`} as ${q(column.name)}`;
    });
  const computing = new Set(computations.map(({ attribute }) => attribute));
  const kept = section.attributes
    .filter(attribute => !computing.has(attribute) && (attribute.formula === undefined || computed.has(attribute.path)))
    .flatMap(columnsOf)
    .map(({ name }) => `":line".${q(name)}`);
  const from = `${sectionRows(section, computed)} as ":line" ${scope.joins()}`;
  return withSections(shape, computed, `select ${[...kept, ...made, '":line"."line"'].join(', ')} from ${from}`);
}

/** A computed value fills as many columns as its attribute has. */
function columnValues(computation: Computation, valuesOfColumns: readonly string[]) {
  return columnsOf(computation.attribute).map((column, index) => ({
    ...computation,
    column,
    value: valuesOfColumns[index] ?? 'null',
  }));
}
