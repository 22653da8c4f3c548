import { balanceConstraints } from './balance-constraints.ts';
import { movementStatement } from './movement-statement.ts';
import type { PostedDocument, WrittenRegister } from './posted-document.ts';
import { callLacks, postingFrame, sealedProblems } from './posting-frame.ts';

/** `"path:unpost"(ids, context)`: takes the movements of these documents back. */
export function unpostFunction(posted: PostedDocument): string {
  return postingFrame({
    posted,
    name: 'unpost',
    before: '',
    registers: posted.registers.map(register => registerStep(posted, register)),
    posts: false,
  });
}

function registerStep(posted: PostedDocument, { layout }: WrittenRegister): string {
  const statement = movementStatement({
    layout,
    incomplete: 'false',
    constraints: balanceConstraints(posted.configuration, layout),
  });
  return `${statement}
  ${callLacks(posted, layout, false)}
  ${sealedProblems(posted.document)}`;
}
