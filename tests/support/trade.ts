import { randomBytes } from 'node:crypto';
import type { RecordWrite } from '../../runtime/http/contract.ts';
import { createRecord } from '../../runtime/records/create-record.ts';
import type { SavedRecord } from '../../runtime/records/save-record.ts';
import { updateRecord } from '../../runtime/records/update-record.ts';
import type { Session } from '../../runtime/session/session.ts';
import { systemSession } from '../../runtime/session/system-session.ts';
import { type TestInfobase, testInfobase } from './database.ts';

/** An infobase of the fixture «trade» with a warehouse, two partners and some items, and short words for its documents. */
export interface Trade extends AsyncDisposable {
  readonly infobase: TestInfobase;
  readonly session: Session;
  readonly warehouses: readonly string[];
  readonly partners: readonly string[];
  readonly items: readonly string[];
  receipt(document: TradeDocument): Promise<SavedRecord>;
  sale(document: TradeDocument): Promise<SavedRecord>;
  change(path: string, id: string, write: RecordWrite): Promise<SavedRecord>;
}

/** Lines are [place of the item, quantity, price]. */
export interface TradeDocument {
  readonly date: string;
  readonly lines: readonly (readonly [item: number, quantity: string, price?: string])[];
  readonly warehouse?: number;
  readonly partner?: number;
  /** Posted unless told otherwise. */
  readonly post?: boolean;
}

export async function openTrade(): Promise<Trade> {
  const infobase = await testInfobase('trade');
  const { configuration } = infobase;
  const surroundings = { infobase: { name: 'main', title: 'Trade', configuration }, database: infobase };
  const session = systemSession({ ...surroundings, clock: () => new Date(), random: randomBytes });
  const named = async (path: string, count: number) => {
    const made = Array.from({ length: count }, (_, index) =>
      createRecord(session, { path, write: { values: { description: `${path} ${index}` } } }),
    );
    return (await Promise.all(made)).map(({ id }) => id);
  };
  const warehouses = await named('trade.Warehouse', 2);
  const partners = await named('trade.Partner', 2);
  const items = await named('trade.Item', 6);
  const content = (side: 'supplier' | 'customer', document: TradeDocument) =>
    documentContent({ warehouses, partners, items }, side, document);
  return {
    infobase,
    session,
    warehouses,
    partners,
    items,
    receipt: document => createRecord(session, { path: 'trade.Receipt', write: content('supplier', document) }),
    sale: document => createRecord(session, { path: 'trade.Sale', write: content('customer', document) }),
    change: (path, id, write) => updateRecord(session, { path, id, write, anyVersion: true }),
    [Symbol.asyncDispose]: () => infobase.close(),
  };
}

/** A document of the fixture as it is written. */
export function documentContent(
  { warehouses, partners, items }: Pick<Trade, 'warehouses' | 'partners' | 'items'>,
  side: 'supplier' | 'customer',
  { date, lines, warehouse = 0, partner = 0, post = true }: TradeDocument,
): RecordWrite {
  return {
    values: { date, [side]: partners[partner] ?? null, warehouse: warehouses[warehouse] ?? null },
    sections: {
      lines: lines.map(([item, quantity, price = '10']) => ({
        item: items[item] ?? null,
        quality: 'good',
        quantity,
        price,
      })),
    },
    post,
  };
}
