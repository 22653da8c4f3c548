import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Attribute, ProblemError, type Register } from '#platform';
import { restrict } from '../access/restrict.ts';
import { type SqlCompiler, sqlCompiler } from '../query/compile-expression.ts';
import { metadataLookup } from '../query/metadata-lookup.ts';
import type { Session } from '../session/session.ts';
import { parseFilter } from './parse-filter.ts';
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
  const object = session.infobase.configuration.objects[input.path];
  if (object?.register === undefined) {
    throw new ProblemError([{ code: 'register-unknown', parameters: { register: input.path } }]);
  }
  const layout = registerLayout(object);
  const compiler = compilerFor(session);
  const allowed = restrict(compiler, session, { path: input.path, operation: 'read' });
  if (!can(layout)) {
    throw new ProblemError([
      { code: 'register-cannot', path: input.path, parameters: { register: object.title, question } },
    ]);
  }
  const dimensions = chosenDimensions(layout, input.dimensions);
  const filter = input.filter === undefined ? undefined : compiler.filter(parseFilter(session, object, input.filter));
  const conditions = [allowed, filter].filter(condition => condition !== undefined);
  const where = conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
  return { session, layout, dimensions, where, joins: compiler.joins() };
}

function compilerFor(session: Session): SqlCompiler {
  return sqlCompiler({
    lookup: metadataLookup(session.infobase.configuration),
    variables: { [subject]: { alias: subject } },
    literals: 'bound',
    user: session.user,
  });
}

const subject: Register['subject'] = 'record';

function chosenDimensions(layout: RegisterLayout, names: readonly string[] | undefined): readonly Attribute[] {
  const all = layout.register.dimensions;
  if (names === undefined) return all;
  const unknown = names.filter(name => !all.some(dimension => dimension.name === name));
  if (unknown.length > 0) throw new ProblemError(unknown.map(name => dimensionUnknown(layout, name)));
  return all.filter(dimension => names.includes(dimension.name));
}

/** The problem of a dimension that a register does not have. */
export function dimensionUnknown(layout: RegisterLayout, dimension: string) {
  const dimensions = layout.register.dimensions.map(({ name }) => name).join(', ');
  const { path, title } = layout.object;
  return { code: 'dimension-unknown', path, parameters: { register: title, dimension, dimensions } } as const;
}
