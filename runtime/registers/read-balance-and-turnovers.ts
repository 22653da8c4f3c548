import type { RegisterTable } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { answerQuestion, withShownTexts } from './answer-question.ts';
import { balanceBranches, flowBranches, type Interval } from './branches.ts';
import { balanceFlowMeasures } from './flow-measures.ts';
import { openQuestion, type RegisterQuestion } from './open-question.ts';

/** What there was at the beginning of an interval, what came, what went, and what was left at its end. */
export async function readBalanceAndTurnovers(
  session: Session,
  input: RegisterQuestion & Interval,
): Promise<RegisterTable> {
  const question = openQuestion(session, input, {
    question: 'balance and turnovers',
    can: layout => layout.keepsBalance,
  });
  const { layout } = question;
  const opening = input.from === undefined ? [] : balanceBranches(layout, input.from);
  const branches = [...opening, ...flowBranches(layout, input)];
  return withShownTexts(session, await answerQuestion({ question, branches, measures: balanceFlowMeasures(layout) }));
}
