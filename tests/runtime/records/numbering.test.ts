import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { openTrade, problemsOf, type Trade } from './trade.ts';

let trade: Trade;
let partner: string;
beforeAll(async () => {
  trade = await openTrade();
  partner = (await createRecord(trade.session, { path: 'trade.Partner', write: { values: { description: 'Buyer' } } }))
    .id;
});
afterAll(() => trade[Symbol.asyncDispose]());

const clients = 32;

async function atOnce<Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const client = async () => {
    while (next < count) results.push(await work(next++));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return results;
}

const receipt = (date: string, number?: string) =>
  createRecord(trade.session, {
    path: 'trade.Receipt',
    write: { values: { supplier: partner, date, ...(number === undefined ? {} : { number }) } },
  });
const sale = (values = {}) =>
  createRecord(trade.session, {
    path: 'trade.Sale',
    write: { values: { customer: partner, date: '2026-05-05T10:00:00', ...values } },
  });

describe('numbers', () => {
  it('are never given twice to 32 clients at once', async () => {
    const saved = await atOnce(200, () => receipt('2025-02-02T10:00:00'));
    expect(new Set(saved.map(({ number }) => number)).size).toBe(200);
  });

  it('have no gaps where none are allowed, though some documents are refused', async () => {
    const saved = await atOnce(200, async index => {
      const refused = index % 5 === 0;
      const work = sale(refused ? { customer: null } : {});
      if (!refused) return (await work).number;
      await problemsOf(work);
      return null;
    });
    const numbers = saved.filter(number => number !== null).toSorted();
    expect(numbers).toEqual(numbers.map((_, index) => `S-${String(index + 1).padStart(6, '0')}`));
  });

  it('begin again with each year', async () => {
    expect((await receipt('2031-01-01T00:00:00')).number).toBe('R-000001');
    expect((await receipt('2032-12-31T00:00:00')).number).toBe('R-000001');
  });

  it('typed by hand are kept and stepped over', async () => {
    expect((await receipt('2033-01-01T00:00:00', 'R-000002')).number).toBe('R-000002');
    expect((await receipt('2033-01-01T00:00:00')).number).toBe('R-000003');
    expect((await receipt('2033-02-01T00:00:00', 'R-000004')).number).toBe('R-000004');
    expect((await receipt('2033-03-01T00:00:00')).number).toBe('R-000005');
  });

  it('typed twice are refused', async () => {
    await receipt('2034-01-01T00:00:00', 'A-7');
    expect(await problemsOf(receipt('2034-02-01T00:00:00', 'A-7'))).toMatchObject([{ code: 'value-not-unique' }]);
  });
});
