import { type RawBuilder, sql } from 'kysely';
import type { RegisterColumn, RegisterTable, Value } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import type { Interval } from './branches.ts';
import { openQuestion, type RegisterQuestion } from './open-question.ts';
import { readRows } from './read-rows.ts';
import type { RegisterLayout } from './register-layout.ts';
import { shownTexts } from './shown-texts.ts';

export interface MovementsQuestion extends Omit<RegisterQuestion, 'dimensions'>, Interval {
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit?: number;
}

const rowsDefault = 100;
const rowsMax = 1_000;

/** The movements of a register one page after another, in the order of time. */
export async function listMovements(session: Session, input: MovementsQuestion): Promise<RegisterTable> {
  const question = openQuestion(session, input, {
    question: 'movements',
    can: ({ register }) => register.writing === 'recorder',
  });
  const { layout } = question;
  const limit = Math.min(Math.max(Math.trunc(input.limit ?? rowsDefault), 1), rowsMax);
  const names = [
    'period',
    'recorder',
    'recorder:type',
    'line',
    'movement',
    ...layout.key,
    ...layout.resources,
    ...layout.attributes,
  ];
  const columns = movementColumns(layout);
  const rows = await readRows(
    session,
    columns,
    sql`select ${sql.join(names.map(name => sql.id('record', name)))}
      from (select * from ${sql.id(layout.movements)} where ${bounds(input)}) as record ${question.joins}
      where ${question.where} order by record.period, record.recorder, record.line limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const shown = await shownTexts(session, columns, page);
  const totals = columns.map(() => null);
  return {
    columns,
    rows: page,
    totals,
    shown,
    ...(rows.length > limit && last !== undefined ? { next: cursorOf(last) } : {}),
  };
}

function movementColumns({ register }: RegisterLayout): RegisterColumn[] {
  return [
    { name: 'period', role: 'period' },
    { name: 'recorder', role: 'recorder' },
    { name: 'line', role: 'attribute' },
    { name: 'movement', role: 'attribute' },
    ...register.dimensions.map(attribute => ({ name: attribute.name, attribute, role: 'dimension' as const })),
    ...register.resources.map(attribute => ({ name: attribute.name, attribute, role: 'measure' as const })),
    ...register.attributes.map(attribute => ({ name: attribute.name, attribute, role: 'attribute' as const })),
  ];
}

function bounds({ from, to, after }: MovementsQuestion): RawBuilder<unknown> {
  const place = after === undefined ? undefined : placeOf(after);
  const conditions = [
    ...(from === undefined ? [] : [sql`period >= ${from}::timestamp`]),
    ...(to === undefined ? [] : [sql`period < ${to}::timestamp`]),
    ...(place === undefined
      ? []
      : [
          sql`(period, recorder, line) > (${place.period}::timestamp, ${place.recorder}::uuid, ${place.line}::integer)`,
        ]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function cursorOf(row: readonly Value[]): string {
  const [period, recorder, line] = row;
  const id = typeof recorder === 'object' ? recorder?.id : recorder;
  return Buffer.from(`${period}|${id}|${line}`).toString('base64url');
}

/** A cursor that nobody gave out reads as the beginning. */
function placeOf(cursor: string): { period: string; recorder: string; line: string } | undefined {
  const [period = '', recorder = '', line = ''] = Buffer.from(cursor, 'base64url').toString().split('|');
  const valid = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(period) && /^[\da-f-]{36}$/.test(recorder) && /^\d{1,9}$/.test(line);
  return valid ? { period, recorder, line } : undefined;
}
