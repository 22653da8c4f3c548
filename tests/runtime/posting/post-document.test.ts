import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '#platform';
import { postDocument } from '../../../runtime/posting/post-document.ts';
import { previewPosting } from '../../../runtime/posting/preview-posting.ts';
import { readMovements } from '../../../runtime/posting/read-movements.ts';
import { repostDocuments } from '../../../runtime/posting/repost-documents.ts';
import { unpostDocument } from '../../../runtime/posting/unpost-document.ts';
import { readBalance } from '../../../runtime/registers/read-balance.ts';
import { verifyRegisters } from '../../../runtime/registers/verify-registers.ts';
import { documentContent, openTrade, type Trade } from '../../support/trade.ts';

let trade: Trade;
beforeEach(async () => {
  trade = await openTrade();
});
afterEach(async () => {
  expect(await verifyRegisters(trade.infobase, trade.infobase.configuration)).toEqual([]);
  await trade[Symbol.asyncDispose]();
});

async function problemsOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    error => error,
  );
  if (!(error instanceof ProblemError)) throw new Error(`Expected problems, saw ${error}`);
  return error.problems;
}

async function stock(item = 0): Promise<unknown> {
  const { rows } = await readBalance(trade.session, { path: 'trade.Stock', dimensions: ['item'] });
  return rows.find(([id]) => id === trade.items[item])?.[1] ?? '0';
}

describe('posting', () => {
  it('writes the movements its rules make into every register', async () => {
    const { id } = await trade.receipt({
      date: '2026-01-10T09:00:00',
      lines: [
        [0, '5', '2.50'],
        [1, '3', '4'],
      ],
    });
    const movements = await readMovements(trade.session, { path: 'trade.Receipt', id });
    expect(movements.map(({ register, rows }) => [register, rows.length])).toEqual([
      ['trade.Debts', 1],
      ['trade.PurchasePrice', 2],
      ['trade.Stock', 2],
    ]);
    expect(movements[0]?.rows[0]).toMatchObject({ movement: 'expense', values: { amount: '-24.50' } });
    expect(movements[2]?.rows[0]).toMatchObject({ movement: 'receipt', line: 1, shown: { item: expect.any(String) } });
  });

  it('refuses a sale of more than is in stock, and says of what, where, how much, in which line', async () => {
    await trade.receipt({
      date: '2026-01-10T09:00:00',
      lines: [
        [0, '7'],
        [1, '1'],
      ],
    });
    const problems = await problemsOf(
      trade.sale({
        date: '2026-01-11T09:00:00',
        lines: [
          [1, '1'],
          [0, '12'],
        ],
      }),
    );
    expect(problems).toMatchObject([
      {
        code: 'not-enough',
        path: 'trade.Stock.constraints.notNegative',
        section: 'lines',
        line: 2,
        parameters: {
          found: '7',
          needed: '12',
          missing: '5',
          lines: '2',
          key: { en: expect.stringContaining('trade.Item 0, Good') },
        },
      },
    ]);
    expect(await stock()).toBe('7.000');
  });

  it('names every item that lacks, not only the first', async () => {
    const problems = await problemsOf(
      trade.sale({
        date: '2026-01-11T09:00:00',
        lines: [
          [0, '1'],
          [1, '2'],
          [2, '3'],
        ],
      }),
    );
    expect(problems.map(({ line }) => line).toSorted()).toEqual([1, 2, 3]);
  });

  it('counts the same item in several lines together', async () => {
    await trade.receipt({ date: '2026-01-10T09:00:00', lines: [[0, '5']] });
    const [problem] = await problemsOf(
      trade.sale({
        date: '2026-01-11T09:00:00',
        lines: [
          [0, '3'],
          [0, '3'],
        ],
      }),
    );
    expect(problem?.parameters).toMatchObject({ needed: '6', found: '5', lines: '1, 2' });
  });

  it('refuses to unpost the receipt of goods that were sold', async () => {
    const receipt = await trade.receipt({ date: '2026-01-10T09:00:00', lines: [[0, '5']] });
    await trade.sale({ date: '2026-01-11T09:00:00', lines: [[0, '4']] });
    const [problem] = await problemsOf(unpostDocument(trade.session, { path: 'trade.Receipt', ...receipt }));
    expect(problem).toMatchObject({ code: 'not-enough', record: receipt.id, parameters: { found: '1', needed: '5' } });
    expect(await stock()).toBe('1.000');
  });

  it('lets a receipt in even where the balance stays below zero', async () => {
    await trade.receipt({ date: '2026-01-10T09:00:00', lines: [[0, '1']] });
    const { sql } = trade.infobase;
    await sql.unsafe(
      `insert into "trade.Stock" select period, gen_random_uuid(), "recorder:type", 1, rule, -1, warehouse, item, quality, -6 from "trade.Stock"`,
    );
    await sql.unsafe(`update "trade.Stock:totals" set quantity = -5`);
    await sql.unsafe(`update "trade.Stock:turnovers" set quantity = -5`);
    await trade.receipt({ date: '2026-01-12T09:00:00', lines: [[0, '3']] });
    expect(await stock()).toBe('-2.000');
  });

  it('carries only the difference when a posted document is changed', async () => {
    const receipt = await trade.receipt({
      date: '2026-01-10T09:00:00',
      lines: [
        [0, '5'],
        [1, '1'],
      ],
    });
    const { values, sections } = documentContent(trade, 'supplier', { date: '2026-02-10T09:00:00', lines: [[0, '8']] });
    await trade.change('trade.Receipt', receipt.id, { values, sections: sections ?? {} });
    expect([await stock(0), await stock(1)]).toEqual(['8.000', '0']);
    const january = await readBalance(trade.session, { path: 'trade.Stock', at: '2026-02-01T00:00:00' });
    expect(january.rows).toEqual([]);
  });

  it('takes everything back when a document is unposted, and puts it back when it is posted', async () => {
    const receipt = await trade.receipt({ date: '2026-01-10T09:00:00', lines: [[0, '5']] });
    const view = await unpostDocument(trade.session, { path: 'trade.Receipt', ...receipt });
    expect([view.values['posted'], await stock()]).toEqual([false, '0']);
    const again = await postDocument(trade.session, { path: 'trade.Receipt', id: receipt.id, version: view.version });
    expect([again.values['posted'], await stock()]).toEqual([true, '5.000']);
  });

  it('refuses a document without lines', async () => {
    const [problem] = await problemsOf(trade.sale({ date: '2026-01-11T09:00:00', lines: [] }));
    expect(problem).toMatchObject({ code: 'section-empty', path: 'trade.Sale.lines' });
  });
});

describe('a closed period', () => {
  const close = (date: string) =>
    trade.infobase.sql`insert into _settings (name, value) values ('closedPeriod', to_jsonb(${date}::text))
      on conflict (name) do update set value = excluded.value`;
  const clerk = () => ({ ...trade.session, rights: { ...trade.session.rights, system: new Set<never>() } });

  it('refuses a new document dated inside it', async () => {
    await close('2026-02-01');
    trade = { ...trade };
    const problems = await problemsOf(
      previewPosting(clerk(), {
        path: 'trade.Receipt',
        ...documentContent(trade, 'supplier', { date: '2026-01-31T23:00:00', lines: [[0, '1']] }),
      }).then(({ problems }) => {
        throw new ProblemError(problems);
      }),
    );
    expect(problems.map(({ code }) => code)).toContain('closed-period');
  });

  it('lets those in who may change it', async () => {
    await close('2026-02-01');
    await trade.receipt({ date: '2026-01-31T23:00:00', lines: [[0, '1']] });
    expect(await stock()).toBe('1.000');
  });

  it('does not let a document out of it either', async () => {
    const receipt = await trade.receipt({ date: '2026-01-20T09:00:00', lines: [[0, '5']] });
    await close('2026-02-01');
    const problems = await problemsOf(unpostDocument(clerk(), { path: 'trade.Receipt', ...receipt }));
    expect(problems[0]).toMatchObject({ code: 'closed-period', record: receipt.id });
  });
});

describe('a preview', () => {
  it('shows the movements and every problem, and writes nothing', async () => {
    const preview = await previewPosting(trade.session, {
      path: 'trade.Sale',
      ...documentContent(trade, 'customer', {
        date: '2026-01-11T09:00:00',
        lines: [
          [0, '1'],
          [1, '2'],
        ],
      }),
    });
    expect(preview.movements.map(({ register }) => register)).toEqual(['trade.Debts', 'trade.Sales', 'trade.Stock']);
    expect(preview.problems.map(({ code, line }) => [code, line])).toEqual([
      ['not-enough', 1],
      ['not-enough', 2],
    ]);
    expect(preview.problems[0]?.message).toContain('Item 0');
    expect(await trade.infobase.sql.unsafe('select 1 from "trade.Sale"')).toHaveLength(0);
  });

  it('of a posted document shows what it would become', async () => {
    const receipt = await trade.receipt({ date: '2026-01-10T09:00:00', lines: [[0, '5']] });
    const { values, sections } = documentContent(trade, 'supplier', { date: '2026-01-10T09:00:00', lines: [[0, '9']] });
    const preview = await previewPosting(trade.session, {
      path: 'trade.Receipt',
      id: receipt.id,
      version: 1,
      values,
      sections: sections ?? {},
    });
    expect(preview.problems).toEqual([]);
    expect(preview.movements.at(-1)?.rows[0]?.values['quantity']).toBe('9.000');
    expect(await stock()).toBe('5.000');
  });
});

describe('reposting', () => {
  it('posts the documents of a selection by what they are made of now, and only those', async () => {
    for (const day of ['10', '11', '12']) await trade.receipt({ date: `2026-01-${day}T09:00:00`, lines: [[0, '5']] });
    await trade.infobase.sql.unsafe('update "trade.Receipt.lines" set quantity = 7');
    const seen: number[] = [];
    const report = ({ done }: { done: number }) => void seen.push(done);
    const result = await repostDocuments(trade.session, {
      path: 'trade.Receipt',
      from: '2026-01-11',
      to: '2026-01-12',
      report,
    });
    expect([result, seen, await stock()]).toEqual([{ done: 1, refused: 0, problems: [] }, [1], '17.000']);
  });

  it('reports what is refused and goes on with the rest', async () => {
    await trade.receipt({
      date: '2026-01-10T09:00:00',
      lines: [
        [0, '5'],
        [1, '5'],
      ],
    });
    await trade.sale({ date: '2026-01-11T09:00:00', lines: [[0, '1']] });
    const bad = await trade.sale({ date: '2026-01-12T09:00:00', lines: [[1, '1']] });
    await trade.infobase
      .sql`update "trade.Sale.lines" set quantity = case when record = ${bad.id}::uuid then 50 else 2 end`;
    const result = await repostDocuments(trade.session, {});
    expect(result).toMatchObject({ done: 2, refused: 1, problems: [{ code: 'not-enough', record: bad.id }] });
    expect([await stock(0), await stock(1)]).toEqual(['3.000', '4.000']);
  });

  it('stops when it is cancelled', async () => {
    await trade.receipt({ date: '2026-01-10T09:00:00', lines: [[0, '5']] });
    await expect(repostDocuments(trade.session, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
