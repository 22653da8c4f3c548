import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '#platform';
import type { RegisterTable, Value } from '../../../runtime/http/contract.ts';
import { advanceCheckpoints } from '../../../runtime/registers/advance-checkpoints.ts';
import { joinShards } from '../../../runtime/registers/join-shards.ts';
import { listMovements } from '../../../runtime/registers/list-movements.ts';
import { readBalance } from '../../../runtime/registers/read-balance.ts';
import { readBalanceAndTurnovers } from '../../../runtime/registers/read-balance-and-turnovers.ts';
import { readSlice } from '../../../runtime/registers/read-slice.ts';
import { readTurnovers } from '../../../runtime/registers/read-turnovers.ts';
import { rebuildTotals } from '../../../runtime/registers/rebuild-totals.ts';
import { verifyRegisters } from '../../../runtime/registers/verify-registers.ts';
import { openTrade, type Trade } from '../../support/trade.ts';
import { anyMoment } from '../posting/posting-model.ts';

type Row = Readonly<Record<string, Value>>;

let trade: Trade;
let movements: readonly Row[];

beforeAll(async () => {
  trade = await openTrade();
  for (let n = 0; n < 90; n += 1) {
    const date = `2026-0${1 + (n % 6)}-${String(1 + ((n * 7) % 28)).padStart(2, '0')}T${String(n % 24).padStart(2, '0')}:00:00`;
    const one = { date, warehouse: n % 2, partner: (n >> 1) % 2 };
    if (n % 3 === 0)
      await trade.receipt({
        ...one,
        date: `2026-0${1 + (n % 6)}-01T00:00:00`,
        lines: [
          [n % 4, '90', '2'],
          [(n + 1) % 4, '60.5', '3'],
        ],
      });
    else
      await trade
        .sale({
          ...one,
          lines: [
            [n % 4, '1.25', '5'],
            [(n + 2) % 4, '2', '4'],
          ],
        })
        .catch(onlyShortage);
  }
  movements = rowsOf(await listMovements(trade.session, { path: 'trade.Stock', limit: 1_000 }));
  expect(movements.length).toBeGreaterThan(100);
});
afterAll(async () => {
  await trade[Symbol.asyncDispose]();
});

function onlyShortage(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
}

function rowsOf({ columns, rows }: Pick<RegisterTable, 'columns' | 'rows'>): Row[] {
  return rows.map(row => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}

/** The naive evaluator: movements added up one by one in thousandths, by whatever makes the key. */
function added(
  rows: readonly Row[],
  key: (row: Row) => string,
  part: (quantity: number) => number,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    const name = key(row);
    sums[name] = (sums[name] ?? 0) + part(Math.round(Number(row['quantity']) * 1_000));
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

function answered(table: RegisterTable, key: (row: Row) => string, measure: string): Record<string, number> {
  const pairs = rowsOf(table).map(row => [key(row), Math.round(Number(row[measure]) * 1_000)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== 0));
}

const anyDimensions = fc.subarray(['warehouse', 'item', 'quality']);
const keyBy = (dimensions: readonly string[]) => (row: Row) => dimensions.map(name => row[name]).join(' ');
const anyFilter = fc.constantFrom(
  undefined,
  `record.item.description == 'trade.Item 1'`,
  `record.item.description != 'trade.Item 1' && record.quality == Quality.good`,
);
const passes = (filter: string | undefined) => (row: Row) => {
  if (filter === undefined) return true;
  return (row['item'] === trade.items[1]) === !filter.includes('!=');
};

const states = {
  'without checkpoints': async () => {},
  'with checkpoints in the middle': () => advance('2026-03-01'),
  'with checkpoints up to the end': () => advance('2026-07-01'),
  'after everything was rebuilt': async () => {
    for (const object of Object.values(trade.infobase.configuration.objects)) {
      if (object.register !== undefined) await rebuildTotals(trade.infobase, object);
    }
  },
};

async function advance(until: string): Promise<void> {
  await advanceCheckpoints(trade.infobase, trade.infobase.configuration, until);
  await joinShards(trade.infobase, trade.infobase.configuration, until);
}

describe.each(Object.entries(states))('%s', (_, prepare) => {
  beforeAll(prepare);

  it('a balance at any moment is the sum of the movements before it', async () => {
    const anyAt = fc.option(anyMoment, { nil: undefined });
    await fc.assert(
      fc.asyncProperty(anyAt, anyDimensions, anyFilter, async (at, dimensions, filter) => {
        const question = { path: 'trade.Stock', dimensions, ...(at && { at }), ...(filter && { filter }) };
        const table = await readBalance(trade.session, question);
        const rows = movements.filter(row => at === undefined || String(row['period']) < at).filter(passes(filter));
        expect(answered(table, keyBy(dimensions), 'quantity')).toEqual(added(rows, keyBy(dimensions), one => one));
        const total =
          added(
            rows,
            () => '',
            one => one,
          )[''] ?? 0;
        expect(Math.round(Number(table.totals.at(-1)) * 1_000)).toBe(total);
      }),
      { numRuns: 60 },
    );
  });

  it('turnovers of any interval, cut any way, are the sums of its movements', async () => {
    const cuts = { none: 0, day: 10, month: 7, year: 4 } as const;
    const anyBy = fc.constantFrom('none' as const, 'day' as const, 'month' as const, 'year' as const);
    const anyEnds = fc.tuple(anyMoment, anyMoment).map(ends => ends.toSorted());
    await fc.assert(
      fc.asyncProperty(anyEnds, anyBy, anyDimensions, async ([from = '', to = ''], by, dimensions) => {
        const table = await readTurnovers(trade.session, { path: 'trade.Stock', from, to, by, dimensions });
        const rows = movements.filter(({ period }) => String(period) >= from && String(period) < to);
        const key = (row: Row) => `${String(row['period'] ?? '').slice(0, cuts[by])} ${keyBy(dimensions)(row)}`;
        expect(answered(table, key, 'quantity.receipt')).toEqual(added(rows, key, one => Math.max(one, 0)));
        expect(answered(table, key, 'quantity.expense')).toEqual(added(rows, key, one => Math.max(-one, 0)));
      }),
      { numRuns: 60 },
    );
  });

  it('opening, receipts, expenses and closing of any interval agree with each other and with the balances', async () => {
    await fc.assert(
      fc.asyncProperty(anyMoment, anyMoment, async (one, other) => {
        const [from = '', to = ''] = [one, other].toSorted();
        const question = { path: 'trade.Stock', dimensions: ['item'] };
        const table = await readBalanceAndTurnovers(trade.session, { ...question, from, to });
        const closing = await readBalance(trade.session, { ...question, at: to });
        expect(answered(table, keyBy(['item']), 'quantity.closing')).toEqual(
          answered(closing, keyBy(['item']), 'quantity'),
        );
        for (const row of rowsOf(table)) {
          const [opening, receipt, expense, end] = ['opening', 'receipt', 'expense', 'closing'].map(name =>
            Number(row[`quantity.${name}`]),
          );
          expect((opening ?? 0) + (receipt ?? 0) - (expense ?? 0)).toBeCloseTo(end ?? 0, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('nothing differs from the movements', async () => {
    expect(await verifyRegisters(trade.infobase, trade.infobase.configuration)).toEqual([]);
  });
});

describe('a slice', () => {
  it('gives the latest price of each item and supplier before a moment', async () => {
    const path = 'trade.PurchasePrice';
    const all = rowsOf(await listMovements(trade.session, { path, limit: 1_000 }));
    const at = '2026-04-01T00:00:00';
    const latest: Record<string, Value> = {};
    for (const row of all)
      if (String(row['period']) < at) latest[keyBy(['item', 'supplier'])(row)] = row['price'] ?? null;
    const slice = rowsOf(await readSlice(trade.session, { path, of: 'last', at }));
    expect(Object.fromEntries(slice.map(row => [keyBy(['item', 'supplier'])(row), row['price']]))).toEqual(latest);
  });
});

describe('a slice of the first', () => {
  it('gives the earliest price of each item and supplier from a moment on, that moment included', async () => {
    const path = 'trade.PurchasePrice';
    const all = rowsOf(await listMovements(trade.session, { path, limit: 1_000 }));
    const at = String(all[Math.floor(all.length / 2)]?.['period']);
    const key = keyBy(['item', 'supplier']);
    const later = all.filter(row => String(row['period']) >= at);
    const first = new Map(later.toReversed().map(row => [key(row), row['price']]));
    const slice = rowsOf(await readSlice(trade.session, { path, of: 'first', at }));
    expect(new Map(slice.map(row => [key(row), row['price']]))).toEqual(first);
    expect(slice.some(row => row['period'] === at)).toBe(true);
  });

  it('without a moment begins with the beginning', async () => {
    const path = 'trade.PurchasePrice';
    const all = rowsOf(await listMovements(trade.session, { path, limit: 1_000 }));
    const slice = rowsOf(await readSlice(trade.session, { path, of: 'first' }));
    const earliest = new Map(all.toReversed().map(row => [keyBy(['item', 'supplier'])(row), row['period']]));
    expect(new Map(slice.map(row => [keyBy(['item', 'supplier'])(row), row['period']]))).toEqual(earliest);
  });
});

describe('movements', () => {
  it('are listed page after page without loss or repetition', async () => {
    const seen: Row[] = [];
    let after: string | undefined;
    do {
      const page = await listMovements(trade.session, { path: 'trade.Stock', limit: 7, ...(after && { after }) });
      seen.push(...rowsOf(page));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(movements);
  });
});

describe('a question nobody can answer', () => {
  const refusals = [
    ['register-unknown', { path: 'trade.Nothing' }],
    ['register-cannot', { path: 'trade.Sales' }],
    ['dimension-unknown', { path: 'trade.Stock', dimensions: ['colour'] }],
    ['dimension-unknown', { path: 'trade.Stock', filter: 'record.quantity > 1' }],
  ] as const;

  it.each(refusals)('is refused with %s', async (code, question) => {
    await expect(readBalance(trade.session, question)).rejects.toMatchObject({ problems: [{ code }] });
  });

  it('is refused to whoever has no right to the register', async () => {
    const stranger = { ...trade.session, rights: { on: () => false, system: new Set<never>() } };
    await expect(readBalance(stranger, { path: 'trade.Stock' })).rejects.toMatchObject({
      problems: [{ code: 'right-missing' }],
    });
  });
});

describe('verification', () => {
  it('names each figure that is not what the movements say', async () => {
    const { sql } = trade.infobase;
    await sql.unsafe(
      `update "trade.Stock:totals" set quantity = quantity + 1 where item = '${trade.items[0]}' and warehouse = '${trade.warehouses[0]}'`,
    );
    const differences = await verifyRegisters(trade.infobase, trade.infobase.configuration);
    expect(differences).toMatchObject([
      { register: 'trade.Stock', table: 'trade.Stock:totals', key: { item: trade.items[0] } },
    ]);
    const stock = trade.infobase.configuration.objects['trade.Stock'];
    if (stock !== undefined) await rebuildTotals(trade.infobase, stock);
    expect(await verifyRegisters(trade.infobase, trade.infobase.configuration)).toEqual([]);
  });
});
