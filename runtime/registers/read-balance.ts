import type { RegisterTable } from '../http/contract.ts';
import type { Session } from '../session/session.ts';
import { type AnsweredRows, answerQuestion, netMeasures, withShownTexts } from './answer-question.ts';
import { balanceBranches } from './branches.ts';
import { openQuestion, type RegisterQuestion } from './open-question.ts';

export interface BalanceQuestion extends RegisterQuestion {
  /** Everything before this moment counts (exclusive); the present balance when left out. */
  readonly at?: string;
}

/** What is left, by any of the register's dimensions, at any moment. */
export async function readBalance(session: Session, input: BalanceQuestion): Promise<RegisterTable> {
  return withShownTexts(session, await readBalanceRows(session, input));
}

/** The same without the texts that references are shown by: for those who calculate on. */
export async function readBalanceRows(session: Session, input: BalanceQuestion): Promise<AnsweredRows> {
  const question = openQuestion(session, input, { question: 'balance', can: layout => layout.keepsBalance });
  const { layout } = question;
  return answerQuestion({ question, branches: balanceBranches(layout, input.at), measures: netMeasures(layout) });
}
