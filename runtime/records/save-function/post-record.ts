import type { Problem } from '#platform';
import { quoteIdentifier as q } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { problemLiteral, raiseProblem } from './problem-text.ts';
import { isNew, ofBefore, ofRecord } from './variables.ts';

/** Posts the document when asked, or when it was posted already and has changed; unposts it when asked or marked. */
export function postRecord({ object, postable }: RecordShape): string {
  const asked = `(input->>'post')::boolean`;
  if (!postable) {
    const problem: Problem = { code: 'posting-unsupported', path: object.path, parameters: { object: object.title } };
    return `if ${asked} then ${raiseProblem(problemLiteral(problem))} end if;`;
  }
  const id = ofRecord('id');
  const wasPosted = `(not ${isNew} and ${ofBefore('posted')})`;
  const unpost = `if ${wasPosted} then perform ${q(`${object.path}:unpost`)}(array[${id}], context); end if;`;
  const marked: Problem = { code: 'marked-not-posted', path: object.path, parameters: {} };
  return `if input ? 'mark' then
    if ${ofRecord('deletionMark')} then ${unpost} end if;
  elsif coalesce(${asked}, ${wasPosted}) then
    if ${ofRecord('deletionMark')} then ${raiseProblem(problemLiteral(marked))} end if;
    perform ${q(`${object.path}:post`)}(array[${id}], context);
  else
    ${unpost}
  end if;`;
}
