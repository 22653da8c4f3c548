import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProblemError } from '#platform';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { verifyRegisters } from '../../../runtime/registers/verify-registers.ts';
import { openDatabase } from '../../../runtime/storage/open-database.ts';
import { documentContent, openTrade, type Trade } from '../../support/trade.ts';

const clients = 32;
const documents = 5_000;

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(async () => {
  await trade[Symbol.asyncDispose]();
});

it('lets 32 clients sell three hot items 5,000 times: never too much, nothing lost, no number twice, no deadlock shown', {
  timeout: 400_000,
}, async () => {
  await using database = openDatabase({ url: trade.infobase.url, schema: 'main', max: clients, random: randomBytes });
  const session = { ...trade.session, database };
  const outcome = { posted: 0, refused: 0, other: [] as unknown[] };
  let left = documents;
  const client = async () => {
    while (left-- > 0) {
      const sale = left % 3 !== 0;
      const lines = Array.from({ length: 3 }, () => [randomBelow(3), `${1 + randomBelow(sale ? 4 : 8)}`] as const);
      const date = `2026-0${1 + randomBelow(6)}-15T10:00:00`;
      const write = documentContent(trade, sale ? 'customer' : 'supplier', { date, lines });
      try {
        await createRecord(session, { path: sale ? 'trade.Sale' : 'trade.Receipt', write });
        outcome.posted += 1;
      } catch (error) {
        if (isShortage(error)) outcome.refused += 1;
        else outcome.other.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));

  expect(outcome.other).toEqual([]);
  expect(outcome.posted + outcome.refused).toBe(documents);
  expect(outcome.refused).toBeGreaterThan(0);
  expect(await verifyRegisters(database, trade.infobase.configuration)).toEqual([]);
  const [stored] = await database.sql.unsafe(`select
    (select count(*)::integer from "trade.Stock:totals" where quantity < 0) as negative,
    (select count(*)::integer from (select id from "trade.Sale" union all select id from "trade.Receipt") d) as documents,
    (select count(*)::integer from (select number from "trade.Sale" union select number from "trade.Receipt") n) as numbers,
    (select count(*)::integer from "trade.Sale") as sales,
    (select max(right(number, 6)::integer) from "trade.Sale") as "lastSale"`);
  expect(stored).toMatchObject({ negative: 0, documents: outcome.posted, numbers: outcome.posted });
  // The numbers of sales are gapless, whatever was refused in between.
  expect(stored?.['lastSale']).toBe(stored?.['sales']);
});

function isShortage(error: unknown): boolean {
  return error instanceof ProblemError && error.problems.every(({ code }) => code === 'not-enough');
}

function randomBelow(limit: number): number {
  return randomBytes(4).readUInt32BE() % limit;
}
