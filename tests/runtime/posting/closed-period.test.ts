import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { deleteMarked } from '../../../runtime/records/delete-marked.ts';
import { markRecord, unmarkRecord } from '../../../runtime/records/mark-record.ts';
import { setClosedPeriod } from '../../../runtime/records/settings.ts';
import { updateRecord } from '../../../runtime/records/update-record.ts';
import type { Session } from '../../../runtime/session/session.ts';
import { inTransaction } from '../../../runtime/storage/in-transaction.ts';
import { documentContent, openTrade, type Trade } from '../../support/trade.ts';
import { problemsOf } from '../records/trade.ts';

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(async () => {
  await trade[Symbol.asyncDispose]();
});
afterEach(() => setClosedPeriod(trade.session, null));

const close = (date = '2026-02-01') => setClosedPeriod(trade.session, date);
const january = '2026-01-20T09:00:00';
const february = '2026-02-20T09:00:00';
const content = (date: string, post: boolean) => documentContent(trade, 'supplier', { date, lines: [[0, '5']], post });
/** Everything but the right to change the closed period. */
const clerk = () => ({ ...trade.session, rights: { ...trade.session.rights, system: new Set<never>() } });
const create = (date: string, post: boolean, session: Session = clerk()) =>
  createRecord(session, { path: 'trade.Receipt', write: content(date, post) });

async function codesOf(work: Promise<unknown>) {
  return (await problemsOf(work)).map(({ code }) => code);
}

describe('inside the closed period', () => {
  it('a draft is refused, and told where', async () => {
    await close();
    expect(await problemsOf(create(january, false))).toMatchObject([
      {
        code: 'closed-period',
        path: 'trade.Receipt.date',
        parameters: {
          date: '2026-01-20',
          closedPeriod: '2026-02-01',
          document: { en: expect.stringContaining('Receipt') },
        },
      },
    ]);
  });

  it('a posted document is refused once', async () => {
    await close();
    expect(await codesOf(create(january, true))).toEqual(['closed-period']);
  });

  it('a draft is neither changed, nor moved out, nor posted, nor marked', async () => {
    const { id } = await create(january, false);
    await close();
    const change = (date: string, post: boolean) =>
      updateRecord(clerk(), { path: 'trade.Receipt', id, write: content(date, post), anyVersion: true });
    expect(await codesOf(change(january, false))).toEqual(['closed-period']);
    expect(await codesOf(change(february, false))).toEqual(['closed-period']);
    expect(await codesOf(change(february, true))).toEqual(['closed-period']);
    expect(await codesOf(markRecord(clerk(), { path: 'trade.Receipt', id, version: 1 }))).toEqual(['closed-period']);
  });

  it('no document is moved, and no mark taken away', async () => {
    const [outside, marked] = [await create(february, false), await create(january, false)];
    await markRecord(clerk(), { path: 'trade.Receipt', id: marked.id, version: 1 });
    await close();
    const moved = { version: 1, ...content(january, false) };
    expect(await codesOf(updateRecord(clerk(), { path: 'trade.Receipt', id: outside.id, write: moved }))).toEqual([
      'closed-period',
    ]);
    expect(await codesOf(unmarkRecord(clerk(), { path: 'trade.Receipt', id: marked.id, version: 2 }))).toEqual([
      'closed-period',
    ]);
  });

  it('no marked document is deleted', async () => {
    const { id } = await create(january, false);
    await markRecord(clerk(), { path: 'trade.Receipt', id, version: 1 });
    await close();
    const { deleted, kept } = await deleteMarked(clerk(), { path: 'trade.Receipt', ids: [id] });
    expect(deleted).toEqual([]);
    expect(kept).toMatchObject([{ id, problems: [{ code: 'closed-period', parameters: { date: '2026-01-20' } }] }]);
    expect((await deleteMarked(trade.session, { path: 'trade.Receipt', ids: [id] })).deleted).toEqual([id]);
  });

  it('whoever may change it writes drafts, and marks them', async () => {
    await close();
    const { id } = await create(january, false, trade.session);
    expect(await markRecord(trade.session, { path: 'trade.Receipt', id, version: 1 })).toMatchObject({ version: 2 });
  });

  it('nothing changes for later documents and for catalogs', async () => {
    await close();
    expect(await create(february, false)).toMatchObject({ version: 1 });
    const item = { path: 'trade.Item', write: { values: { description: 'Bolt' } } };
    expect(await createRecord(clerk(), item)).toMatchObject({ version: 1 });
  });
});

describe('closing a period', () => {
  it.each([
    ['posting', true],
    ['saving', false],
  ])('waits for a document that is under way: %s', async (_, post) => {
    const order: string[] = [];
    const { promise: written, resolve: tellWritten } = Promise.withResolvers<void>();
    const { promise: go, resolve: commit } = Promise.withResolvers<void>();
    const writing = inTransaction(trade.session.database, async database => {
      await create(january, post, { ...clerk(), database });
      tellWritten();
      await go;
      order.push('written');
    });
    await written;
    const closing = close().then(() => order.push('closed'));
    await waiting();
    commit();
    await Promise.all([writing, closing]);
    expect(order).toEqual(['written', 'closed']);
    expect(await codesOf(create(january, post))).toEqual(['closed-period']);
  });

  /** Until somebody waits for an advisory lock. */
  async function waiting(): Promise<void> {
    for (;;) {
      const rows = await trade.infobase.sql`select from pg_locks where locktype = 'advisory' and not granted`;
      if (rows.length > 0) return;
    }
  }
});
