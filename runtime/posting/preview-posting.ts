import { sql } from 'kysely';
import { describe, type MetadataObject, type Problem, ProblemError } from '#platform';
import { requireRight } from '../access/require-right.ts';
import type { Preview, RecordWrite, RegisterMovements } from '../http/contract.ts';
import { columnsOfWrite } from '../records/columns-of-write.ts';
import { newIdentity } from '../records/identity.ts';
import { recordShape } from '../records/record-shape.ts';
import { saveRecord } from '../records/save-record.ts';
import type { Session } from '../session/session.ts';
import { inSavepoint, rolledBack } from '../storage/rolled-back.ts';
import { callPosting } from './call-posting.ts';
import { readMovementRows } from './movement-rows.ts';
import { movementsFunctionName } from './movements-function.ts';
import { postedDocument } from './posted-document.ts';

export interface PreviewRequest extends RecordWrite {
  readonly path: string;
  /** A document that is stored; without it the values are those of a new one. */
  readonly id?: string;
}

/**
 * What posting a document would write and everything that would refuse it, as it stands in the form, stored or not.
 * Everything is done as in earnest and then taken back; no number is used up.
 */
export async function previewPosting(session: Session, request: PreviewRequest): Promise<Preview> {
  const { path } = request;
  const shape = recordShape(session.infobase.configuration, path);
  requireRight(session, path, 'post');
  return rolledBack(session.database, async database => {
    const inside = { ...session, database };
    const problems: Problem[] = [];
    const id = await attempt(inside, problems, () => saveDraft(inside, request));
    const movements = id === undefined ? [] : await computedMovements(inside, shape.object, id);
    if (id !== undefined) {
      await attempt(inside, problems, () => callPosting(inside, { document: shape.object, ids: [id], action: 'post' }));
    }
    const worded = problems.map(problem => ({ ...problem, ...describe(problem, session.language) }));
    return { movements, problems: worded };
  });
}

async function attempt<Result>(
  session: Session,
  problems: Problem[],
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await inSavepoint(session.database, work);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** Writes the document without posting it, so that its movements can be shown even if posting is refused. */
async function saveDraft(session: Session, request: PreviewRequest): Promise<string> {
  const shape = recordShape(session.infobase.configuration, request.path);
  const id = request.id ?? newIdentity(session.clock, session.random);
  if (request.id !== undefined) await pretendUnposted(session, request.path, request.id);
  await saveRecord(session, {
    shape,
    operation: request.id === undefined ? 'create' : 'update',
    input: {
      id,
      ...(request.id === undefined ? { new: true as const } : {}),
      ...(request.version === undefined ? {} : { version: request.version }),
      ...columnsOfWrite(shape, request),
      only: 'unnumbered',
    },
  });
  return id;
}

/**
 * A posted document would be posted anew by being written. Its movements stay, so that the posting that follows sees
 * the difference as it would be in earnest.
 */
async function pretendUnposted({ database }: Session, path: string, id: string): Promise<void> {
  await sql`update ${sql.id(path)} set posted = false where id = ${id}::uuid`.execute(database.query);
}

async function computedMovements(session: Session, document: MetadataObject, id: string): Promise<RegisterMovements[]> {
  const posted = postedDocument(session.infobase.configuration, document);
  const found: RegisterMovements[] = [];
  for (const { layout } of posted?.registers ?? []) {
    if (session.rights.on(layout.object.path, 'read') === false) continue;
    const from = sql`${sql.id(movementsFunctionName(document, layout.object))}(array[${id}::uuid])`;
    found.push(await readMovementRows(session, layout.object, from));
  }
  return found.filter(({ rows }) => rows.length > 0);
}
