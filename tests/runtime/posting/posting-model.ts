import fc from 'fast-check';
import type { TradeDocument } from '../../support/trade.ts';

/** What a user may do to the documents of the model; `place` chooses a document among those there are. */
export type Command =
  | { readonly do: 'receipt' | 'sale'; readonly document: TradeDocument }
  | { readonly do: 'edit'; readonly place: number; readonly document: TradeDocument }
  | { readonly do: 'unpost' | 'post'; readonly place: number }
  | { readonly do: 'repost' | 'checkpoints' }
  | { readonly do: 'close'; readonly date: string };

export interface ModelDocument {
  readonly side: 'receipt' | 'sale';
  readonly document: TradeDocument;
  readonly posted: boolean;
}

const months = 6;
const moment = fc
  .tuple(fc.integer({ min: 1, max: months }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }))
  .map(([month, day, hour]) => `2026-0${month}-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00`);

export const anyMoment = fc.oneof(
  moment,
  fc.integer({ min: 1, max: months }).map(month => `2026-0${month}-01T00:00:00`),
);

const line = (most: number) =>
  fc.tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 1, max: most * 4 }).map(quarters => (quarters / 4).toFixed(2)),
  );
const document = (most: number): fc.Arbitrary<TradeDocument> =>
  fc.record({
    date: moment,
    warehouse: fc.integer({ min: 0, max: 1 }),
    partner: fc.integer({ min: 0, max: 1 }),
    lines: fc.array(line(most), { minLength: 1, maxLength: 3 }),
  });
const place = fc.nat(100);

/** Receipts bring more than sales take, so that about as many sales pass as are refused. */
export const anyCommands: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('receipt' as const), document: document(12) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('sale' as const), document: document(8) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), place, document: document(9) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('unpost' as const, 'post' as const), place }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('repost' as const, 'checkpoints' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), date: moment.map(at => at.slice(0, 10)) }) },
  ),
  { minLength: 3, maxLength: 40 },
);

/** Stock by «warehouse item» of the posted documents before a moment, in quarters, the zeros left out. */
export function stockOf(documents: Iterable<ModelDocument>, before = '9999'): Map<string, number> {
  const stock = new Map<string, number>();
  for (const { side, document, posted } of documents) {
    if (!posted || document.date >= before) continue;
    for (const [item, quantity] of document.lines) {
      const key = `${document.warehouse} ${item}`;
      stock.set(key, (stock.get(key) ?? 0) + (side === 'receipt' ? 1 : -1) * Number(quantity) * 4);
    }
  }
  return new Map([...stock].filter(([, quarters]) => quarters !== 0));
}

/** Whether the documents may become what they would: nothing below zero, nothing written before the closed date. */
export function isAllowed(
  before: ModelDocument | undefined,
  after: ModelDocument,
  others: readonly ModelDocument[],
  closed: string,
): boolean {
  const sealed = (one: ModelDocument | undefined) => one !== undefined && one.document.date < closed;
  if (sealed(before) || sealed(after)) return false;
  return [...stockOf([...others, after]).values()].every(quarters => quarters >= 0);
}
