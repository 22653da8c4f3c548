import { columnsOf } from '../../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { type Computation, type ComputationStep, computationSteps } from './computations.ts';
import { expressionScope } from './expression-scope.ts';
import { rawLine, sectionRows, withSections } from './section-rows.ts';
import { columnVariable, isNew, ofRecord, values } from './variables.ts';

/** What was computed so far, by attribute path, and the statements that do it. */
export interface ComputedValues {
  readonly statements: readonly string[];
  readonly computed: ReadonlySet<string>;
}

/** Statements that fill in defaults and formulas, each reading what those before it made. */
export function computeValues(shape: RecordShape): ComputedValues {
  const computed = new Set<string>();
  const statements = computationSteps(shape).map(step => {
    const statement = step.section === undefined ? ofHeader(shape, step, computed) : ofLines(shape, step, computed);
    if (step.section !== undefined) for (const { attribute } of step.computations) computed.add(attribute.path);
    return statement;
  });
  return { statements, computed };
}

function ofHeader(shape: RecordShape, { computations }: ComputationStep, computed: ReadonlySet<string>): string {
  const scope = expressionScope(shape);
  const results = computations.flatMap(computation => columnValues(computation, scope.columns(computation.expression)));
  const joins = scope.joins();
  const isAbsent = ({ attribute }: Computation) => `${isNew} and not (${values} ? ${quoteLiteral(attribute.name)})`;
  const alone = results.filter(({ value }) => joins.trim() === '' && !value.includes('select'));
  const queried = results.filter(result => !alone.includes(result));
  const assignments = alone.map(result => {
    const assignment = `${ofRecord(result.column.name)} := (${result.value})::${result.column.type};`;
    return result.always ? assignment : `if ${isAbsent(result)} then ${assignment} end if;`;
  });
  if (queried.length === 0) return assignments.join('\n  ');
  const expressions = queried.map(result => {
    const typed = `(${result.value})::${result.column.type}`;
    return result.always
      ? typed
      : `case when ${isAbsent(result)} then ${typed} else ${ofRecord(result.column.name)} end`;
  });
  const targets = queried.map(({ column }) => ofRecord(column.name));
  const select = `select ${expressions.join(', ')} into ${targets.join(', ')} from (select) as ":one" ${joins};`;
  const statement = withSections(shape, computed, select);
  const guarded = queried.some(({ always }) => always) ? statement : `if ${isNew} then ${statement} end if;`;
  return [...assignments, guarded].join('\n  ');
}

function ofLines(shape: RecordShape, step: ComputationStep, computed: ReadonlySet<string>): string {
  const { section, computations } = step;
  if (section === undefined) throw new Error('Lines belong to a section.');
  const scope = expressionScope(shape, { line: ':line' });
  const results = computations.flatMap(computation => columnValues(computation, scope.columns(computation.expression)));
  const expressions = results.map(({ attribute, always, column, value }) => {
    const typed = `(${value})::${column.type}`;
    const chosen = `case when ":line".${rawLine} ? ${quoteLiteral(attribute.name)} then ":line".${q(column.name)} else ${typed} end`;
    return `array_agg(${always ? typed : chosen} order by ":line"."line")`;
  });
  const targets = results.map(({ column }) => columnVariable(section, column.name));
  const from = `${sectionRows(section, computed)} as ":line" ${scope.joins()}`;
  return withSections(shape, computed, `select ${expressions.join(', ')} into ${targets.join(', ')} from ${from};`);
}

/** A computed value fills as many columns as its attribute has. */
function columnValues(computation: Computation, valuesOfColumns: readonly string[]) {
  return columnsOf(computation.attribute).map((column, index) => ({
    ...computation,
    column,
    value: valuesOfColumns[index] ?? 'null',
  }));
}
