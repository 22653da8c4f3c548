import { sql } from 'kysely';
import type { RegisterTable } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { answerQuestion, type Cut, withShownTexts } from './answer-question.ts';
import { flowBranches, type Interval, movementBranch } from './branches.ts';
import { flowMeasures } from './flow-measures.ts';
import { openQuestion, type RegisterQuestion } from './open-question.ts';

export interface TurnoversQuestion extends RegisterQuestion, Interval {
  /** What the interval is cut into; not at all when left out. */
  readonly by?: TurnoverPeriod;
}

export type TurnoverPeriod = 'none' | 'day' | 'month' | 'quarter' | 'year' | 'recorder';

/** What flowed within an interval (`to` exclusive), by any of the register's dimensions. */
export async function readTurnovers(session: Session, input: TurnoversQuestion): Promise<RegisterTable> {
  const question = openQuestion(session, input, { question: 'turnovers', can: layout => layout.keepsTurnovers });
  const { layout } = question;
  const { cut, fromMovements } = cuts[input.by ?? 'none'];
  const branches = fromMovements ? [movementBranch(layout, input)] : flowBranches(layout, input);
  return withShownTexts(
    session,
    await answerQuestion({ question, branches, measures: flowMeasures(layout), ...(cut === undefined ? {} : { cut }) }),
  );
}

/** Cuts finer than a month are answered from the movements alone. */
const cuts: Readonly<Record<TurnoverPeriod, { readonly cut?: Cut; readonly fromMovements: boolean }>> = {
  none: { fromMovements: false },
  day: { cut: calendarCut('day'), fromMovements: true },
  month: { cut: calendarCut('month'), fromMovements: false },
  quarter: { cut: calendarCut('quarter'), fromMovements: false },
  year: { cut: calendarCut('year'), fromMovements: false },
  recorder: {
    cut: {
      columns: [
        { name: 'period', role: 'period' },
        { name: 'recorder', role: 'recorder' },
      ],
      names: ['period', 'recorder', 'recorder:type'],
      select: branch => [branch.period, sql`recorder`, sql.id('recorder:type')],
    },
    fromMovements: true,
  },
};

function calendarCut(unit: 'day' | 'month' | 'quarter' | 'year'): Cut {
  return {
    columns: [{ name: 'period', role: 'period' }],
    names: ['period'],
    select: branch => [sql`date_trunc(${unit}::text, ${branch.period})::date`],
  };
}
