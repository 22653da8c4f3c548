import { type Operation, type Problem, ProblemError } from '#platform';
import { requireRight } from '../access/require-right.ts';
import type { Session } from '../session/session.ts';
import { callFunction } from '../storage/call-function.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { checkRecordRights } from './check-record-rights.ts';
import { checkReferences } from './check-references.ts';
import { problemsInWords } from './problems-in-words.ts';
import { recordNotFound } from './record-not-found.ts';
import type { RecordShape } from './record-shape.ts';
import type { SaveInput } from './save-input.ts';
import { isIdentity } from './value-form.ts';

/** What a write answers: enough to go on with; the whole record is read with `readRecord`. */
export interface SavedRecord {
  readonly id: string;
  readonly version: number;
  /** The code or number, where the object has one. */
  readonly number: string | null;
}

export interface SaveRecord {
  readonly shape: RecordShape;
  readonly operation: Operation;
  readonly input: SaveInput;
}

const attemptsMax = 3;

/**
 * Runs an object's save function with the rights of the session. Where these depend on the record, what it was and what it
 * becomes are checked in the same transaction; otherwise one statement is all.
 */
export async function saveRecord(session: Session, save: SaveRecord): Promise<SavedRecord> {
  const { shape, input } = save;
  if (!isIdentity(input.id)) throw new ProblemError([recordNotFound(shape, input.id)]);
  requireRight(session, shape.object.path, save.operation);
  if (input.post !== undefined) requireRight(session, shape.object.path, 'post');
  await checkReferences(session, shape, input);
  if (!dependsOnRecord(session, save)) return callSave(session, save);
  return inTransaction(session.database, async database => {
    const inside = { ...session, database };
    const rights = { shape, id: input.id, operation: save.operation };
    if (input.new !== true) await checkRecordRights(inside, { ...rights, stored: true });
    const saved = await callSave(inside, save);
    await checkRecordRights(inside, { ...rights, stored: false });
    return saved;
  });
}

/**
 * Whether the rights to this write must be looked up record by record. Whoever changes a posted document changes its
 * movements too, so that takes the right to post.
 */
function dependsOnRecord({ rights }: Session, { shape, operation, input }: SaveRecord): boolean {
  const posts = shape.postable && (input.post !== undefined || input.new !== true);
  const operations: Operation[] = [
    operation,
    ...(input.new === true ? [] : ['read' as const]),
    ...(posts ? ['post' as const] : []),
  ];
  return operations.some(wanted => rights.on(shape.object.path, wanted) !== true);
}

/** The context that generated functions are given. */
export function contextOf(session: Session) {
  return {
    user: session.user.id,
    now: session.clock().toISOString(),
    closedPeriodAllowed: session.rights.system.has('changeClosedPeriod'),
  };
}

/** Calls an object's save function; a call that only computes answers values instead of what was saved. */
export function callSaveFunction<Answer>(session: Session, shape: RecordShape, input: SaveInput): Promise<Answer> {
  return callFunction(session.database, {
    name: `${shape.object.path}:save`,
    parameters: [
      [input, 'jsonb'],
      [contextOf(session), 'jsonb'],
    ],
  });
}

async function callSave(session: Session, { shape, input }: SaveRecord): Promise<SavedRecord> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callSaveFunction<SavedRecord>(session, shape, input);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { problems } = error;
      if (attempt < attemptsMax && numberWasTaken(session, { shape, input, problems })) continue;
      throw new ProblemError(
        await problemsInWords(
          session,
          shape,
          problems.map(problem => ({ record: input.id, ...problem })),
        ),
      );
    }
  }
}

/** A number that was just made may be one that somebody else is typing at this moment: the next one is free. */
function numberWasTaken(
  session: Session,
  { shape, input, problems }: { shape: RecordShape; input: SaveInput; problems: readonly Problem[] },
): boolean {
  const attribute = shape.numbering?.attribute;
  if (attribute === undefined || input.new !== true || !('begin' in session.database.sql)) return false;
  const typed = input.values[attribute];
  return (typed === undefined || typed === null) && problems.some(({ code }) => code === 'value-not-unique');
}
