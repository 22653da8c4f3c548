import { sql } from 'kysely';
import type { RegisterColumn, RegisterTable } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { openQuestion, type RegisterQuestion } from './open-question.ts';
import { readRows } from './read-rows.ts';
import type { RegisterLayout } from './register-layout.ts';
import { shownTexts } from './shown-texts.ts';

export interface SliceQuestion extends Omit<RegisterQuestion, 'dimensions'> {
  /** For the last slice: everything before this moment counts. For the first: everything from it on. */
  readonly at?: string;
  readonly of: 'last' | 'first';
}

/** For each combination of dimensions, the latest record before a moment, or the earliest from it on. */
export async function readSlice(session: Session, input: SliceQuestion): Promise<RegisterTable> {
  const question = openQuestion(session, input, {
    question: 'slice',
    can: ({ register }) => register.information !== undefined,
  });
  const { layout } = question;
  const timed = hasPeriod(layout);
  const order = input.of === 'last' ? sql`desc` : sql`asc`;
  const moment = input.of === 'last' ? sql`< ${input.at}::timestamp` : sql`>= ${input.at}::timestamp`;
  const cut = timed && input.at !== undefined ? sql`where period ${moment}` : sql``;
  const key = layout.key.map(name => sql`${sql.id('record', name)}`);
  const within = timeColumns(layout).map(name => sql`${sql.id('record', name)} ${order}`);
  const shown = [...(timed ? ['period'] : []), ...layout.key, ...layout.resources, ...layout.attributes];
  const columns = sliceColumns(layout, timed);
  const rows = await readRows(
    session,
    columns,
    sql`select ${key.length === 0 ? sql`` : sql`distinct on (${sql.join(key)})`} ${sql.join(shown.map(name => sql.id('record', name)))}
      from (select * from ${sql.id(layout.movements)} ${cut}) as record ${question.joins} where ${question.where}
      ${key.length + within.length === 0 ? sql`` : sql`order by ${sql.join([...key, ...within])}`}
      ${key.length === 0 ? sql`limit 1` : sql``}`,
  );
  return { columns, rows, totals: columns.map(() => null), shown: await shownTexts(session, columns, rows) };
}

function sliceColumns(layout: RegisterLayout, timed: boolean): RegisterColumn[] {
  const { dimensions, resources, attributes } = layout.register;
  return [
    ...(timed ? [{ name: 'period', role: 'period' as const }] : []),
    ...dimensions.map(attribute => ({ name: attribute.name, attribute, role: 'dimension' as const })),
    ...resources.map(attribute => ({ name: attribute.name, attribute, role: 'measure' as const })),
    ...attributes.map(attribute => ({ name: attribute.name, attribute, role: 'attribute' as const })),
  ];
}

function hasPeriod({ register }: RegisterLayout): boolean {
  return register.writing === 'recorder' || register.information?.periodicity !== 'none';
}

/** What tells records of one combination apart in time; documents of one moment follow one another by their ids. */
function timeColumns(layout: RegisterLayout): string[] {
  if (layout.register.writing === 'recorder') return ['period', 'recorder', 'line'];
  return hasPeriod(layout) ? ['period'] : [];
}
