import { type Problem, ProblemError } from '#platform';
import { requireSystemRight } from '../access/require-right.ts';
import type { Session } from '../session/session.ts';
import { inTransaction } from '../storage/in-transaction.ts';
import { callPosting } from './call-posting.ts';
import { nextBatch, type RepostPlace, type RepostSelection, repostSource } from './repost-selection.ts';

export interface RepostRequest extends RepostSelection {
  /** Where an earlier run stopped; from the beginning when left out. */
  readonly resume?: RepostPlace;
  readonly signal?: AbortSignal;
  /** Called after each batch is committed. */
  readonly report?: (progress: RepostProgress) => Promise<void> | void;
}

export interface RepostProgress {
  readonly done: number;
  readonly refused: number;
  /** Everything up to here is done. */
  readonly place: RepostPlace;
}

export interface RepostResult {
  readonly done: number;
  readonly refused: number;
  /** Problems of documents that could not be posted, at most a thousand. */
  readonly problems: readonly Problem[];
}

const batchRows = 1_000;
const problemsMax = 1_000;

/**
 * Posts documents that are posted already once more, in the order of their dates, one transaction for each thousand: after a
 * change of rules, of a price, of anything they are computed from. Only movements that differ are written. A document
 * that is refused keeps its movements and is reported; the others of its batch go on. Needs the system right `repost`.
 */
export async function repostDocuments(session: Session, request: RepostRequest): Promise<RepostResult> {
  requireSystemRight(session, 'repost');
  const source = repostSource(session, request);
  const problems: Problem[] = [];
  let place = request.resume;
  let done = 0;
  let refused = 0;
  for (;;) {
    request.signal?.throwIfAborted();
    const batch = await nextBatch(session, source, { after: place, limit: batchRows });
    if (batch.length === 0) return { done, refused, problems };
    for (const [path, ids] of Map.groupBy(batch, row => row.path)) {
      const bad = await repostBatch(
        session,
        path,
        ids.map(row => row.id),
      );
      refused += bad.refused;
      done += ids.length - bad.refused;
      problems.push(...bad.problems.slice(0, problemsMax - problems.length));
    }
    place = batch.at(-1);
    if (place !== undefined) await request.report?.({ done, refused, place });
  }
}

interface BatchOutcome {
  readonly refused: number;
  readonly problems: readonly Problem[];
}

/** Posts a batch; when it is refused, its halves: so few bad documents among many good ones cost little. */
async function repostBatch(session: Session, path: string, ids: readonly string[]): Promise<BatchOutcome> {
  const document = session.infobase.configuration.objects[path];
  if (document === undefined) throw new Error(`${path} is not in the configuration.`);
  try {
    await inTransaction(session.database, database =>
      callPosting({ ...session, database }, { document, ids, action: 'post' }),
    );
    return { refused: 0, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (ids.length === 1) return { refused: 1, problems: error.problems };
    const middle = Math.ceil(ids.length / 2);
    const first = await repostBatch(session, path, ids.slice(0, middle));
    const second = await repostBatch(session, path, ids.slice(middle));
    return { refused: first.refused + second.refused, problems: [...first.problems, ...second.problems] };
  }
}
