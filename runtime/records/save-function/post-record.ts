import type { Problem } from '#platform';
import { quoteIdentifier as q } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { problemLiteral, raiseProblem } from './problem-text.ts';
import { isNew, ofBefore, ofRecord } from './variables.ts';

const asked = `(input->>'post')::boolean`;
const wasPosted = `(not ${isNew} and ${ofBefore('posted')})`;

/**
 * Whether the document will be posted: as asked, else as it was; never when it is marked. Decided before the record is written, so
 * that it is written once.
 */
export function decidePosting({ object, postable }: RecordShape): string {
  if (postable)
    return `${ofRecord('posted')} := coalesce(${asked}, ${wasPosted}) and not coalesce((input->>'mark')::boolean, false);`;
  const problem: Problem = { code: 'posting-unsupported', path: object.path, parameters: { object: object.title } };
  return `if ${asked} then ${raiseProblem(problemLiteral(problem))} end if;`;
}

/** Writes the movements of a document that is to be posted, anew when it was, and takes back those of one that no longer is. */
export function postRecord({ object, postable }: RecordShape): string {
  if (!postable) return '';
  const call = (name: string) => `perform ${q(`${object.path}:${name}`)}(array[${ofRecord('id')}], context);`;
  return `if ${ofRecord('posted')} then ${call('post')} elsif ${wasPosted} then ${call('unpost')} end if;`;
}
