import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { readRecord } from '../../../runtime/records/read-record.ts';
import { openTrade, problemsOf, type Trade } from './trade.ts';

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(() => trade[Symbol.asyncDispose]());

const item = (description: string, more = {}) =>
  createRecord(trade.session, { path: 'trade.Item', write: { values: { description, ...more } } });
const partner = (description: string) =>
  createRecord(trade.session, { path: 'trade.Partner', write: { values: { description } } });

describe('a new record', () => {
  it('gets the next code of its catalog', async () => {
    const [first, second] = [await item('Bolt'), await item('Nut')];
    expect(second.number).toBe(`I-${String(Number(first.number?.slice(2)) + 1).padStart(6, '0')}`);
  });

  it('is read back as it was written, with defaults and formulas', async () => {
    const bolt = await item('Bolt M8', { weight: '0.125' });
    const supplier = await partner('Steel & Co');
    const receipt = await createRecord(trade.session, {
      path: 'trade.Receipt',
      write: {
        values: { supplier: supplier.id, date: '2026-03-01T09:30:00' },
        sections: {
          lines: [
            { item: bolt.id, quantity: '10', price: '2.5' },
            { item: bolt.id, quantity: '1.500', price: '3', quality: 'defective' },
          ],
        },
      },
    });
    const view = await readRecord(trade.session, { path: 'trade.Receipt', id: receipt.id });
    expect(view.values).toMatchObject({
      number: 'R-000001',
      date: '2026-03-01T09:30:00',
      posted: false,
      total: '29.50',
    });
    expect(view.sections['lines']).toEqual([
      { item: bolt.id, quality: 'good', quantity: '10.000', price: '2.5000', amount: '25.00' },
      { item: bolt.id, quality: 'defective', quantity: '1.500', price: '3.0000', amount: '4.50' },
    ]);
    expect(view.shown[bolt.id]).toContain('Bolt M8');
    expect(view.shown[String(view.values['warehouse'])]).toContain('Main warehouse');
  });

  it('tells everything that is wrong at once, with line numbers', async () => {
    const bolt = await item('Bolt M9');
    const problems = await problemsOf(
      createRecord(trade.session, {
        path: 'trade.Receipt',
        write: {
          values: {},
          sections: {
            lines: [
              { item: bolt.id, quantity: '1', price: '1' },
              { quantity: '-1', price: '-2' },
            ],
          },
        },
      }),
    );
    expect(problems.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['value-required', 'trade.Receipt.supplier', undefined],
      ['value-required', 'trade.Receipt.lines.item', 2],
      ['check-failed', 'trade.Receipt.lines.quantity', 2],
      ['check-failed', 'trade.Receipt.lines.price', 2],
    ]);
    expect(problems[2]?.parameters['found']).toBe('-1.000');
  });
});
