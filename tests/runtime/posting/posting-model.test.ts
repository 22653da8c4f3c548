import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProblemError } from '#platform';
import { repostDocuments } from '../../../runtime/posting/repost-documents.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { updateRecord } from '../../../runtime/records/update-record.ts';
import { advanceCheckpoints } from '../../../runtime/registers/advance-checkpoints.ts';
import { joinShards } from '../../../runtime/registers/join-shards.ts';
import { readBalance } from '../../../runtime/registers/read-balance.ts';
import { readTurnovers } from '../../../runtime/registers/read-turnovers.ts';
import { verifyRegisters } from '../../../runtime/registers/verify-registers.ts';
import type { Session } from '../../../runtime/session/session.ts';
import { documentContent, openTrade, type Trade } from '../../support/trade.ts';
import { anyCommands, anyMoment, type Command, isAllowed, type ModelDocument, stockOf } from './posting-model.ts';

const sequences = 300;
const sides = {
  receipt: { path: 'trade.Receipt', partner: 'supplier' },
  sale: { path: 'trade.Sale', partner: 'customer' },
} as const;

let trade: Trade;
beforeAll(async () => {
  trade = await openTrade();
});
afterAll(async () => {
  await trade[Symbol.asyncDispose]();
});

it('keeps the balances, turnovers and refusals of a plain model, whatever users do', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyCommands, fc.array(anyMoment, { minLength: 2, maxLength: 2 }), async (commands, moments) => {
      await empty();
      const documents = new Map<string, ModelDocument>();
      let closed = '0001-01-01';
      for (const command of commands) {
        if (command.do === 'close') {
          closed = command.date;
          await trade.infobase
            .sql`insert into _settings (name, value) values ('closedPeriod', to_jsonb(${closed}::text))
            on conflict (name) do update set value = excluded.value`;
        } else await take(command, documents, closed);
      }
      await compare(documents, moments);
    }),
    { numRuns: sequences },
  );
});

/** Someone who may not change closed periods. */
function clerk(): Session {
  return { ...trade.session, rights: { ...trade.session.rights, system: new Set(['repost'] as const) } };
}

async function empty(): Promise<void> {
  const { sql } = trade.infobase;
  const tables = [
    'Sale',
    'Receipt',
    'Stock',
    'Stock:totals',
    'Stock:turnovers',
    'Stock:checkpoints',
    'Debts',
    'Debts:turnovers',
    'Debts:checkpoints',
    'Sales',
    'Sales:turnovers',
    'PurchasePrice',
  ].map(name => `delete from "trade.${name}"`);
  await sql.begin(tx => tx.unsafe([...tables, 'delete from _settings', 'delete from _checkpoints'].join(';')));
}

async function take(
  command: Exclude<Command, { readonly do: 'close' }>,
  documents: Map<string, ModelDocument>,
  closed: string,
) {
  if (command.do === 'checkpoints') {
    await advanceCheckpoints(trade.infobase, trade.infobase.configuration, '2026-05-01');
    await joinShards(trade.infobase, trade.infobase.configuration, '2026-05-01');
    return;
  }
  if (command.do === 'repost') {
    const { refused } = await repostDocuments(clerk(), { from: closed });
    expect(refused).toBe(0);
    return;
  }
  if (command.do === 'receipt' || command.do === 'sale') {
    await write(documents, { after: { side: command.do, document: command.document, posted: true }, closed });
    return;
  }
  if (!('place' in command)) return;
  const id = [...documents.keys()][command.place % Math.max(documents.size, 1)];
  const before = id === undefined ? undefined : documents.get(id);
  if (id === undefined || before === undefined) return;
  const changes = {
    edit: { posted: true, ...(command.do === 'edit' ? { document: command.document } : {}) },
    post: { posted: true },
    unpost: { posted: false },
  };
  await write(documents, { id, before, after: { ...before, ...changes[command.do] }, closed });
}

interface Write {
  readonly id?: string;
  readonly before?: ModelDocument;
  readonly after: ModelDocument;
  readonly closed: string;
}

async function write(documents: Map<string, ModelDocument>, { id, before, after, closed }: Write): Promise<void> {
  const { path, partner } = sides[after.side];
  const content = documentContent(trade, partner, { ...after.document, post: after.posted });
  const done = await (id === undefined
    ? createRecord(clerk(), { path, write: content })
    : updateRecord(clerk(), { path, id, write: content, anyVersion: true })
  ).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problems.every(({ code }) => code === 'not-enough' || code === 'closed-period')).toBe(true);
    return undefined;
  });
  const others = [...documents].filter(([other]) => other !== id).map(([, document]) => document);
  expect(done !== undefined).toBe(isAllowed(before, after, others, closed));
  if (done !== undefined) documents.set(done.id, after);
}

async function compare(documents: ReadonlyMap<string, ModelDocument>, moments: readonly string[]): Promise<void> {
  const path = 'trade.Stock';
  expect(await balances(undefined)).toEqual(stockOf(documents.values()));
  for (const at of moments) expect(await balances(at)).toEqual(stockOf(documents.values(), at));
  const [from = '', to = ''] = moments.toSorted();
  const { totals } = await readTurnovers(trade.session, { path, from, to, dimensions: [] });
  const total = (before: string) =>
    [...stockOf(documents.values(), before).values()].reduce((sum, one) => sum + one, 0);
  expect(Number(totals[0]) * 4).toBe(total(to) - total(from));
  expect(await verifyRegisters(trade.infobase, trade.infobase.configuration)).toEqual([]);
}

async function balances(at: string | undefined): Promise<Map<string, number>> {
  const { rows } = await readBalance(trade.session, {
    path: 'trade.Stock',
    dimensions: ['warehouse', 'item'],
    ...(at === undefined ? {} : { at }),
  });
  const place = (all: readonly string[], id: unknown) => all.indexOf(String(id));
  return new Map(
    rows.map(([warehouse, item, quantity]) => [
      `${place(trade.warehouses, warehouse)} ${place(trade.items, item)}`,
      Number(quantity) * 4,
    ]),
  );
}
