import { type RawBuilder, sql } from 'kysely';
import type { Attribute } from '#platform';
import type { RegisterColumn, RegisterTable, Value } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { columnsOf } from '../storage/columns.ts';
import type { Branch } from './branches.ts';
import type { OpenQuestion } from './open-question.ts';
import { readRows } from './read-rows.ts';
import type { RegisterLayout } from './register-layout.ts';
import { shownTexts } from './shown-texts.ts';

/** How the rows of an answer are cut in time: each cut is a column or two before the dimensions. */
export interface Cut {
  readonly columns: readonly RegisterColumn[];
  /** SQL of each stored column, over a branch. */
  readonly select: (branch: Branch) => RawBuilder<unknown>[];
  readonly names: readonly string[];
}

/** One figure of an answer: a sum over the rows of all branches. */
export interface Measure {
  readonly name: string;
  readonly attribute: Attribute;
  /** What a row of a branch adds to the figure; undefined when nothing. */
  readonly of: (branch: Branch) => RawBuilder<unknown> | undefined;
}

export interface Answer {
  readonly question: OpenQuestion;
  readonly branches: readonly Branch[];
  readonly measures: readonly Measure[];
  readonly cut?: Cut;
}

/**
 * Adds up the rows of all branches by the cut and the dimensions asked for, leaving out what comes to nothing, in the
 * order of the columns; with the totals of every measure. One statement, so one moment of the database.
 */
export async function answerQuestion(answer: Answer): Promise<AnsweredRows> {
  const { question, cut, measures } = answer;
  const columns: RegisterColumn[] = [
    ...(cut?.columns ?? []),
    ...question.dimensions.map(attribute => ({ name: attribute.name, attribute, role: 'dimension' as const })),
    ...measures.map(({ name, attribute }) => ({ name, attribute, role: 'measure' as const })),
  ];
  const read = await readRows(question.session, columns, query(answer));
  const total = read.pop() ?? [];
  const totals: Value[] = columns.map(({ role }, index) => (role === 'measure' ? (total[index] ?? '0') : null));
  return { columns, rows: read, totals };
}

/** The figures of an answer. */
export type AnsweredRows = Omit<RegisterTable, 'shown' | 'next'>;

/** The figures with the texts that references are shown by. */
export async function withShownTexts(session: Session, answered: AnsweredRows): Promise<RegisterTable> {
  return { ...answered, shown: await shownTexts(session, answered.columns, answered.rows) };
}

function query(answer: Answer): RawBuilder<unknown> {
  const { question, cut, measures } = answer;
  const groups = [...(cut?.names ?? []), ...question.dimensions.flatMap(columnsOf).map(({ name }) => name)];
  const keys = groups.map(name => sql`${sql.id('record', name)}`);
  const figures = measures.map(({ name }) => sql`sum(${sql.id('record', name)}) as ${sql.id(name)}`);
  const nothing = measures.map(({ name }) => sql`sum(${sql.id('record', name)}) <> 0`);
  const grouped = sql`select ${sql.join([...keys, ...figures])} from (${source(answer)}) as record ${question.joins}
    where ${question.where} ${keys.length === 0 ? sql`` : sql`group by ${sql.join(keys)}`} having ${sql.join(nothing, sql` or `)}`;
  const empty = groups.map(() => sql`null`);
  const sums = measures.map(({ name }) => sql`coalesce(sum(${sql.id(name)}), 0)`);
  const order = groups.map(name => sql.id(name));
  return sql`with grouped as materialized (${grouped})
    (select * from grouped ${order.length === 0 ? sql`` : sql`order by ${sql.join(order)}`})
    union all select ${sql.join([...empty, ...sums])} from grouped`;
}

/** The branches as one row source. Conditions on it reach into each branch, where the indexes are. */
function source({ question, branches, measures, cut }: Answer): RawBuilder<unknown> {
  const key = question.layout.key.map(name => sql.id(name));
  const parts = branches.map(branch => {
    const period = (cut?.select(branch) ?? []).map(
      (value, index) => sql`${value} as ${sql.id(cut?.names[index] ?? '')}`,
    );
    const figures = measures.map(measure => sql`${measure.of(branch) ?? sql`0`} as ${sql.id(measure.name)}`);
    return sql`select ${sql.join([...period, ...key, ...figures])} from ${sql.id(branch.table)} where ${branch.where}`;
  });
  return sql.join(parts, sql` union all `);
}

/** The net of a resource, whatever the row: what a balance adds up. */
export function netMeasures(layout: RegisterLayout): Measure[] {
  return layout.register.resources.map(attribute => ({
    name: attribute.name,
    attribute,
    of: () => sql.id(attribute.name),
  }));
}
