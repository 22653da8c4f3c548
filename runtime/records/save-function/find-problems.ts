import type { Attribute, Check, Configuration, Problem, Section } from '#platform';
import { quoteIdentifier as q } from '../../storage/quoting.ts';
import { hasGroups, type RecordShape } from '../record-shape.ts';
import { computationSteps, fieldsRead } from './computations.ts';
import { type ExpressionScope, expressionScope } from './expression-scope.ts';
import { hierarchyProblems } from './hierarchy-problems.ts';
import { collectProblems, type PossibleProblem } from './problem-text.ts';
import { sectionRows, withSections } from './section-rows.ts';
import { isItem, linesVariable, optionVariable, refusedVariable } from './variables.ts';

/** Statements that find everything wrong with the record and its lines, once all values are there. */
export function findProblems(shape: RecordShape, computed: ReadonlySet<string>): string[] {
  return [ofHeader(shape, computed), ...shape.sections.map(section => ofSection(shape, section, computed))].filter(
    statement => statement !== '',
  );
}

function ofHeader(shape: RecordShape, computed: ReadonlySet<string>): string {
  const scope = expressionScope(shape);
  const possible = [
    ...shape.attributes.flatMap(attribute =>
      ofAttribute(shape, attribute, { scope, row: ':record', ofItems: !attribute.standard }),
    ),
    ...shape.checks.map(check => failedCheck(check, { path: check.path }, scope)).map(one => ofItemsOnly(shape, one)),
    ...shape.requiredSections.map(section => ofItemsOnly(shape, missingLines(section))),
    ...hierarchyProblems(shape),
  ];
  if (possible.length === 0) return '';
  const joins = scope.joins();
  const collect = withSections(shape, computed, collectProblems(possible, `(select) as ":one" ${joins}`));
  const isPlain =
    joins.trim() === '' && !collect.startsWith('with ') && possible.every(({ failed }) => !failed.includes('select'));
  return isPlain ? `if ${anyOf(possible)} then ${collect} end if;` : collect;
}

function ofSection(shape: RecordShape, section: Section, computed: ReadonlySet<string>): string {
  const { possible, scope } = lineProblems(shape, section);
  if (possible.length === 0) return '';
  const from = `${sectionRows(section, computed)} as ":line" ${scope.joins()}`;
  const collect = withSections(shape, computed, collectProblems(possible, from, '":line"."line"'));
  return `if ${refusedVariable(section)} then ${collect} end if;`;
}

/** Whether anything is wrong with a line, in SQL, and the joins that takes. */
export interface LineRefusals {
  readonly failed: string;
  readonly joins: string;
}

/**
 * Whether a line would be refused, for the statement that computes the lines; undefined while not all is known that its
 * checks read.
 */
export function lineRefusals(
  shape: RecordShape,
  section: Section,
  computed: ReadonlySet<string>,
): LineRefusals | undefined {
  const { possible, scope } = lineProblems(shape, section);
  const read = section.attributes
    .flatMap(({ check, choose }) => [check?.expression ?? [], choose ?? []].flat())
    .flatMap(expression => fieldsRead(expression, shape.subject));
  const later = computationSteps(shape)
    .flatMap(({ computations }) => computations.map(({ attribute }) => attribute.path))
    .filter(path => !computed.has(path));
  const waits = section.attributes.some(({ path }) => later.includes(path)) || read.some(path => later.includes(path));
  if (waits) return undefined;
  return possible.length === 0 ? { failed: 'false', joins: '' } : { failed: anyOf(possible), joins: scope.joins() };
}

function lineProblems(shape: RecordShape, section: Section): { possible: PossibleProblem[]; scope: ExpressionScope } {
  const scope = expressionScope(shape, { line: ':line' });
  const possible = section.attributes
    .flatMap(attribute => ofAttribute(shape, attribute, { scope, row: ':line', ofItems: false }))
    .map(one => ({ ...one, problem: { ...one.problem, section: section.name } }));
  return { possible, scope };
}

function anyOf(possible: readonly PossibleProblem[]): string {
  return possible.map(({ failed }) => `(${failed})`).join(' or ');
}

interface AttributePlace {
  readonly scope: ExpressionScope;
  /** What carries the value in SQL: the variable of the record, or the alias of the line. */
  readonly row: string;
  /** Groups need not have it. */
  readonly ofItems: boolean;
}

function ofAttribute(
  shape: RecordShape,
  attribute: Attribute,
  { scope, row, ofItems }: AttributePlace,
): PossibleProblem[] {
  const value = `${q(row)}.${q(attribute.name)}`;
  const parameters = { attribute: attribute.title };
  const found: PossibleProblem[] = [];
  if (attribute.required && !isNumbered(shape, attribute)) {
    const failed = attribute.type.storage === 'text' ? `coalesce(${value}, '') = ''` : `${value} is null`;
    found.push({ failed, problem: { code: 'value-required', path: attribute.path, parameters } });
  }
  if (attribute.check !== undefined) {
    const checked = failedCheck(attribute.check, { path: attribute.path, parameters }, scope);
    found.push({ ...checked, found: value });
  }
  if (attribute.choose !== undefined) {
    const condition = attribute.choose.text;
    const failed = `${value} is not null and (${scope.choosable(attribute, row)}) is not true`;
    const problem: Problem = { code: 'choice-refused', path: attribute.path, parameters: { ...parameters, condition } };
    found.push({ failed, problem, found: value });
  }
  const shown = found.map(one => whileShown(shape.configuration, attribute, one));
  return ofItems ? shown.map(one => ofItemsOnly(shape, one)) : shown;
}

/** A number that is not there yet is made when nothing else is wrong. */
function isNumbered({ numbering }: RecordShape, { name, standard }: Attribute): boolean {
  return standard && numbering?.automatic === true && numbering.attribute === name;
}

function failedCheck(check: Check, problem: Partial<Problem>, scope: ExpressionScope): PossibleProblem {
  const failed = `(${scope.value(check.expression)}) is false`;
  const { message } = check;
  if (message !== undefined) {
    return {
      failed,
      problem: { code: 'check-failed-worded', ...problem, parameters: { ...problem.parameters, message } },
    };
  }
  const parameters = { attribute: '', found: '', ...problem.parameters, condition: check.expression.text };
  return { failed, problem: { code: 'check-failed', ...problem, parameters } };
}

function missingLines(section: Section): PossibleProblem {
  const problem: Problem = {
    code: 'section-required',
    path: section.path,
    section: section.name,
    parameters: { section: section.title },
  };
  return { failed: `jsonb_array_length(${linesVariable(section)}) = 0`, problem };
}

/** What an option hides is not asked for. */
function whileShown(configuration: Configuration, { option }: Attribute, possible: PossibleProblem): PossibleProblem {
  const object = option === undefined ? undefined : configuration.objects[option];
  return object === undefined ? possible : { ...possible, failed: `${optionVariable(object)} and ${possible.failed}` };
}

/** Groups have none of what only items have. */
function ofItemsOnly(shape: RecordShape, possible: PossibleProblem): PossibleProblem {
  return hasGroups(shape) ? { ...possible, failed: `${isItem} and ${possible.failed}` } : possible;
}
