import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Attribute, type Expression, ProblemError, referencesOf } from '#platform';
import { askedExpression } from '../access/asked-expression.ts';
import { rowQuery } from '../access/row-compiler.ts';
import type { Session } from '../session/session.ts';
import { type RegisterLayout, registerLayout } from './register-layout.ts';

/** What every question to a register may say. */
export interface RegisterQuestion {
  readonly path: string;
  /** Dimensions to answer by; the others are added up. All of them when left out. */
  readonly dimensions?: readonly string[];
  /** An expression over `record.<dimension>`. */
  readonly filter?: string;
}

/** A question that was understood: the register, the dimensions, and which rows may be seen. */
export interface OpenQuestion {
  readonly session: Session;
  readonly layout: RegisterLayout;
  readonly dimensions: readonly Attribute[];
  /** Condition over the row `record` and the joins it needs. */
  readonly where: RawBuilder<SqlBool>;
  readonly joins: RawBuilder<unknown>;
}

/** Which registers can answer, and what the problem says that the others are asked for. */
export interface Answerable {
  readonly question: string;
  readonly can: (layout: RegisterLayout) => boolean;
}

/**
 * Finds the register and checks the question against it and against the rights of the user. Problems:
 * `register-unknown`, `register-cannot`, `dimension-unknown`, `right-missing`, and those of the filter expression.
 */
export function openQuestion(session: Session, input: RegisterQuestion, { question, can }: Answerable): OpenQuestion {
  const { objects } = session.infobase.configuration;
  const object = Object.hasOwn(objects, input.path) ? objects[input.path] : undefined;
  if (object?.register === undefined) {
    throw new ProblemError([{ code: 'register-unknown', parameters: { register: input.path } }]);
  }
  const layout = registerLayout(object);
  const row = { path: object.path, subject: object.register.subject };
  const query = rowQuery(session, { ...row, alias: 'record' });
  const allowed = query.restrict('read');
  if (!can(layout)) {
    const parameters = { register: object.title, question };
    throw new ProblemError([{ code: 'register-cannot', path: input.path, parameters }]);
  }
  const dimensions = chosenDimensions(layout, input.dimensions);
  if (input.filter === undefined) return { session, layout, dimensions, where: allowed, joins: query.joins() };
  const filter = askedExpression(session, { row, text: input.filter, expected: 'condition' });
  requireDimensions(layout, filter);
  const where = sql<SqlBool>`${allowed} and ${query.asked.filter(filter)}`;
  return { session, layout, dimensions, where, joins: query.joins() };
}

/** What is added up has no single value of anything but its dimensions. */
function requireDimensions(layout: RegisterLayout, filter: Expression): void {
  const { subject, dimensions } = layout.register;
  const foreign = referencesOf(filter)
    .fields.filter(field => field.startsWith(`${subject}.`))
    .map(field => field.slice(subject.length + 1))
    .filter(name => !dimensions.some(dimension => dimension.name === name));
  if (foreign.length > 0) throw new ProblemError(foreign.map(name => dimensionUnknown(layout, name)));
}

function chosenDimensions(layout: RegisterLayout, names: readonly string[] | undefined): readonly Attribute[] {
  const all = layout.register.dimensions;
  if (names === undefined) return all;
  const unknown = names.filter(name => !all.some(dimension => dimension.name === name));
  if (unknown.length > 0) throw new ProblemError(unknown.map(name => dimensionUnknown(layout, name)));
  return all.filter(dimension => names.includes(dimension.name));
}

/** The problem of a dimension that a register does not have. */
function dimensionUnknown(layout: RegisterLayout, dimension: string) {
  const dimensions = layout.register.dimensions.map(({ name }) => name).join(', ');
  const { path, title } = layout.object;
  return { code: 'dimension-unknown', path, parameters: { register: title, dimension, dimensions } } as const;
}
