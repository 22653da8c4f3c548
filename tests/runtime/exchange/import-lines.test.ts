import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exportRecords } from '../../../runtime/exchange/export-records.ts';
import { openImportFile } from '../../../runtime/exchange/import-file.ts';
import { type ImportRequest, importRecords } from '../../../runtime/exchange/import-records.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { readRecord } from '../../../runtime/records/read-record.ts';
import { openTrade, type Trade } from '../records/trade.ts';

let folder = '';
let trade: Trade;
let supplier: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aubade-lines-'));
  trade = await openTrade();
  supplier = await create('trade.Partner', { description: 'Mill' });
  for (const description of ['Bolt', 'Nut', '=Washer']) await create('trade.Item', { description });
});
afterAll(async () => {
  await trade[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const path = 'trade.Receipt';
let receipts: string[];
beforeEach(async () => {
  receipts = [await receipt('R-1'), await receipt('R-2')];
});

let numbers = 0;
const create = async (of: string, values: Record<string, string>, more = {}) =>
  (await createRecord(trade.session, { path: of, write: { values, ...more } })).id;

/** A posted receipt of five bolts. */
async function receipt(number: string): Promise<string> {
  const [bolt] = await trade.database.sql`select id from "trade.Item" where description = 'Bolt'`;
  numbers += 1;
  const lines = [{ item: String(bolt?.['id']), quantity: '5', price: '2' }];
  const values = { supplier, number: `${number}-${numbers}`, date: '2026-02-01T00:00:00' };
  return create(path, values, { sections: { lines }, post: true });
}

async function importLines(content: string, options: Partial<ImportRequest> = {}) {
  const name = join(folder, 'lines.csv');
  await writeFile(name, content);
  const file = await openImportFile(name);
  return importRecords(trade.session, { path, file, format: 'csv', section: 'lines', bad: 'refuse', ...options });
}

async function exportLines(): Promise<string> {
  let text = '';
  for await (const piece of await exportRecords(trade.session, { path, format: 'csv', section: 'lines' }))
    text += piece;
  return text;
}

async function linesOf(id: string | undefined) {
  const view = await readRecord(trade.session, { path, id: id ?? '' });
  return view.sections['lines']?.map(({ quantity, price }) => `${quantity} at ${price}`);
}

const numberOf = async (id: string | undefined) =>
  String((await readRecord(trade.session, { path, id: id ?? '' })).values['number']);

describe('a file of lines', () => {
  test('replaces the lines of the records that its rows name by id or number, and posts them anew', async () => {
    const [first, second] = receipts;
    const rows = [`${first},Bolt,7,1`, `${first},Nut,8,1`, `${await numberOf(second)},Nut,"9,5",3`];
    const result = await importLines(`record,item,Количество,price\n${rows.join('\n')}\n`);
    expect(result).toMatchObject({ read: 3, created: 0, updated: 2, bad: [] });
    expect(await linesOf(first)).toEqual(['7.000 at 1.0000', '8.000 at 1.0000']);
    expect(await linesOf(second)).toEqual(['9.500 at 3.0000']);
    const moved = await trade.database.sql`select quantity from "trade.Stock" where recorder = ${second ?? ''}::uuid`;
    expect(moved.map(row => row['quantity'])).toEqual(['9.500']);
  });

  test('that was exported reads back the same', async () => {
    const text = await exportLines();
    const lines = text.trim().split('\r\n').length - 1;
    expect(await importLines(text)).toMatchObject({ read: lines, bad: [] });
    expect(await exportLines()).toBe(text);
  });

  test('larger than one batch keeps the lines of a record together', async () => {
    const [first, second] = receipts;
    const many = Array.from({ length: 300 }, (_, index) => `${first},Bolt,${index + 1},1`);
    const result = await importLines(`record,item,quantity,price\n${many.join('\n')}\n${second},Nut,1,1\n`);
    expect(result).toMatchObject({ read: 301, updated: 2, bad: [] });
    expect(await linesOf(first)).toHaveLength(300);
  });

  test('without the column of the record is refused', async () => {
    await expect(importLines('item,quantity\nBolt,1\n')).rejects.toThrow('import-column-missing');
    await expect(importLines('record,colour\nX,1\n')).rejects.toThrow('import-column-unknown');
    await expect(importLines('record,item\n', { section: 'nothing' })).rejects.toThrow('import-section-unknown');
  });
});

describe('bad lines', () => {
  test('are reported by their own rows, and keep their record as it was', async () => {
    const [first, second] = receipts;
    const rows = [
      `${first},Bolt,1,1`,
      `${first},Bolt,many,1`,
      `${first},Rope,1,1`,
      `${second},Nut,3,1`,
      'R-nowhere,Nut,1,1',
      ',Nut,1,1',
    ];
    const result = await importLines(`record,item,quantity,price\n${rows.join('\n')}\n`, { bad: 'skip' });
    expect(result).toMatchObject({ read: 6, updated: 1, badCount: 4 });
    expect(result.bad.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
      [2, 'quantity', 'value-wrong-form'],
      [3, 'item', 'import-reference-unknown'],
      [5, 'record', 'import-reference-unknown'],
      [6, 'record', 'value-required'],
    ]);
    expect([await linesOf(first), await linesOf(second)]).toEqual([['5.000 at 2.0000'], ['3.000 at 1.0000']]);
  });

  test('that only the record itself refuses are told by their rows too, and by default keep all out', async () => {
    const [first, second] = receipts;
    const rows = [`${second},Nut,3,1`, `${first},Bolt,1,1`, `${first},Bolt,-1,1`];
    const result = await importLines(`record,item,quantity,price\n${rows.join('\n')}\n`);
    expect(result).toMatchObject({ updated: 0, badCount: 1 });
    expect(result.bad).toMatchObject([{ row: 3, column: 'quantity', problem: { code: 'check-failed' } }]);
    expect(await linesOf(second)).toEqual(['5.000 at 2.0000']);
  });

  test('of one record in two places are refused', async () => {
    const [first, second] = receipts;
    const rows = [`${first},Bolt,1,1`, `${second},Bolt,1,1`, `${await numberOf(first)},Nut,1,1`];
    const result = await importLines(`record,item,quantity,price\n${rows.join('\n')}\n`);
    expect(result.bad).toMatchObject([{ row: 3, column: 'record', problem: { code: 'import-lines-apart' } }]);
  });
});
