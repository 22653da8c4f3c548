import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExportRequest, exportRecords } from '../../../runtime/exchange/export-records.ts';
import { openImportFile, spoolFile } from '../../../runtime/exchange/import-file.ts';
import { type ImportRequest, importRecords } from '../../../runtime/exchange/import-records.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { listRecords } from '../../../runtime/records/list-records.ts';
import type { Session } from '../../../runtime/session/session.ts';
import { openFixture, openTrade, type Trade } from '../records/trade.ts';

let folder = '';
let trade: Trade;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aubade-import-'));
  trade = await openTrade();
});
afterAll(async () => {
  await trade[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

interface Given extends Partial<ImportRequest> {
  readonly content: string | Uint8Array;
}

let files = 0;
async function importText(session: Session, path: string, given: string | Uint8Array | Given) {
  const isText = typeof given === 'string' || given instanceof Uint8Array;
  const { content, ...options }: Given = isText ? { content: given } : given;
  files += 1;
  const name = join(folder, `file-${files}`);
  await writeFile(name, content);
  const file = await openImportFile(name);
  return importRecords(session, { path, file, format: 'csv', bad: 'refuse', ...options });
}

async function exportText(session: Session, request: ExportRequest): Promise<string> {
  let text = '';
  for await (const piece of await exportRecords(session, request)) text += piece;
  return text;
}

async function descriptions(path: string, filter?: string): Promise<unknown[]> {
  const page = await listRecords(trade.session, {
    path,
    limit: 1000,
    order: ['description'],
    ...(filter === undefined ? {} : { filter }),
  });
  return page.rows.map(row => row.values['description']);
}

describe('a CSV file', () => {
  test('makes a record of each row, its columns named by attributes or titles in any language', async () => {
    const csv = 'Наименование,discount\r\n"Alpha, Ltd",5\r\n"Say ""hi""",\r\n';
    expect(await importText(trade.session, 'trade.Partner', csv)).toMatchObject({
      read: 2,
      created: 2,
      updated: 0,
      bad: [],
    });
    expect(await descriptions('trade.Partner')).toEqual(['Alpha, Ltd', 'Say "hi"']);
  });

  test('from a Russian spreadsheet is understood: semicolons, Windows-1251, decimal commas', async () => {
    // «description;discount⏎Ромашка;7,5» in Windows-1251.
    const name = [0xd0, 0xee, 0xec, 0xe0, 0xf8, 0xea, 0xe0];
    const bytes = Buffer.concat([Buffer.from('description;discount\r\n'), Buffer.from(name), Buffer.from(';7,5\r\n')]);
    expect(await importText(trade.session, 'trade.Partner', bytes)).toMatchObject({ created: 1, bad: [] });
    const page = await listRecords(trade.session, { path: 'trade.Partner', filter: 'item.description == "Ромашка"' });
    expect(page.rows[0]?.values).toMatchObject({ discount: '7.5000' });
  });

  test('with a byte order mark, and without a final line end, is read to its end', async () => {
    expect(await importText(trade.session, 'trade.Partner', '\ufeffdescription\nLast')).toMatchObject({
      created: 1,
      bad: [],
    });
  });

  test('changes records that are there, matched by code', async () => {
    await importText(trade.session, 'trade.Partner', 'code,description\nP-CODE,Before\n');
    const again = await importText(trade.session, 'trade.Partner', 'code,description\nP-CODE,After\n');
    expect(again).toMatchObject({ read: 1, created: 0, updated: 1 });
    expect(await descriptions('trade.Partner', 'item.code == "P-CODE"')).toEqual(['After']);
  });

  test('with a column nobody knows is refused as a whole', async () => {
    await expect(importText(trade.session, 'trade.Partner', 'description,nonsense,__proto__\nX,1,2\n')).rejects.toThrow(
      /import-column-unknown.*nonsense[\s\S]*__proto__/,
    );
  });

  test('names references by id, code or description, also to rows before it in the same file', async () => {
    const csv = 'description,isGroup,parent\nTools,true,\nHammer,,Tools\nSaw,нет,Tools\n';
    expect(await importText(trade.session, 'trade.Item', csv)).toMatchObject({ created: 3, bad: [] });
    expect(await descriptions('trade.Item', 'item.parent.description == "Tools"')).toEqual(['Hammer', 'Saw']);
  });
});

describe('a code that several records have', () => {
  test('changes none of them', async () => {
    await using workshop = await openFixture('workshop');
    const make = async (path: string, values: Record<string, string>, sections = {}) =>
      (await createRecord(workshop.session, { path, write: { values, sections } })).id;
    for (const hall of ['North', 'South']) {
      const owner = await make('workshop.Hall', { description: hall });
      await make('workshop.Bench', { description: 'Bench', owner }, { slots: [{ depth: '1' }] });
    }
    const result = await importText(workshop.session, 'workshop.Bench', 'code,description\n01,Which?\n');
    expect(result.bad).toMatchObject([
      { row: 1, column: 'code', problem: { code: 'import-record-ambiguous', parameters: { value: '01', count: 2 } } },
    ]);
  });
});

describe('bad rows', () => {
  const csv = 'description,discount\nGood one,1\nBad number,abc\nToo generous,101\n,2\nGood two,2\n';

  test('are all reported by row, column and reason, and keep everything out when asked to', async () => {
    const result = await importText(trade.session, 'trade.Partner', csv);
    expect(result).toMatchObject({ read: 5, created: 0, updated: 0, badCount: 3 });
    expect(result.bad.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
      [2, 'discount', 'value-wrong-form'],
      [3, 'discount', 'check-failed'],
      [4, 'description', 'value-required'],
    ]);
    expect(await descriptions('trade.Partner', 'startsWith(item.description, "Good")')).toEqual([]);
  });

  test('stay out while the good ones are loaded when asked to', async () => {
    expect(await importText(trade.session, 'trade.Partner', { content: csv, bad: 'skip' })).toMatchObject({
      created: 2,
      badCount: 3,
    });
    expect(await descriptions('trade.Partner', 'startsWith(item.description, "Good")')).toEqual([
      'Good one',
      'Good two',
    ]);
  });

  test('name a reference that is not there, or that several records answer to', async () => {
    await importText(trade.session, 'trade.Item', 'description\nTwin\nTwin\n');
    const result = await importText(
      trade.session,
      'trade.Price',
      'period,item,price\n2026-01-01,Twin,1\n2026-01-01,Nobody,1\n',
    );
    expect(result.bad.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
      [1, 'item', 'import-reference-ambiguous'],
      [2, 'item', 'import-reference-unknown'],
    ]);
  });

  test('in JSON Lines name the line of the section', async () => {
    const line = { item: 'Hammer', quantity: '-1', price: '1' };
    const record = {
      values: { date: '2026-01-05', supplier: 'Last' },
      sections: { lines: [{ ...line, quantity: '1' }, line] },
    };
    const text = `${JSON.stringify(record)}\nnot json\n{"values":{"__proto__":1}}\n`;
    const result = await importText(trade.session, 'trade.Receipt', { content: text, format: 'jsonl' });
    expect(result.bad.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
      [1, 'lines.2.quantity', 'check-failed'],
      [2, '', 'import-row-broken'],
      [3, '__proto__', 'import-column-unknown'],
    ]);
  });
});

test('a trial run tells what would happen and keeps nothing', async () => {
  const before = await descriptions('trade.Partner');
  expect(
    await importText(trade.session, 'trade.Partner', { content: 'description\nTrial\n', dryRun: true }),
  ).toMatchObject({
    created: 1,
  });
  expect(await descriptions('trade.Partner')).toEqual(before);
});

test('what is exported as JSON Lines can be imported into another infobase, posted documents posted', async () => {
  const record = {
    values: { date: '2026-01-05T10:00:00', supplier: 'Last', warehouse: '0001' },
    sections: {
      lines: [
        { item: 'Hammer', quantity: '10', price: '2.5' },
        { item: 'Saw', quantity: '3', price: '4' },
      ],
    },
    post: true,
  };
  await importText(trade.session, 'trade.Receipt', { content: JSON.stringify(record), format: 'jsonl' });
  await using other = await openTrade();
  for (const path of ['trade.Partner', 'trade.Item', 'trade.Receipt']) {
    const text = await exportText(trade.session, { path, format: 'jsonl' });
    const result = await importText(other.session, path, { content: text, format: 'jsonl' });
    expect(result, path).toMatchObject({ badCount: 0 });
    expect(await exportText(other.session, { path, format: 'jsonl' })).toBe(text);
  }
  const moved = await other.database.sql`select quantity from "trade.Stock" order by quantity`;
  expect(moved.map(row => row['quantity'])).toEqual(['3.000', '10.000']);
});

describe('an exported CSV file', () => {
  test('keeps a spreadsheet from running texts as formulas, and reads back the same', async () => {
    const names = ['=1+1', '+1', '-1', '@x', "'=1", 'a\nb', 'a"b', ' a '];
    await using other = await openTrade();
    const lines = names.map(description => JSON.stringify({ values: { description } })).join('\n');
    await importText(other.session, 'trade.Partner', { content: lines, format: 'jsonl' });
    const text = await exportText(other.session, { path: 'trade.Partner', format: 'csv' });
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(^|,)[=+@]/m);
    expect(await exportText(other.session, { path: 'trade.Partner', format: 'csv', formulas: 'plain' })).toMatch(
      /,=1\+1,/,
    );
    await using copy = await openTrade();
    expect(await importText(copy.session, 'trade.Partner', text)).toMatchObject({ created: names.length, badCount: 0 });
    expect(await exportText(copy.session, { path: 'trade.Partner', format: 'csv' })).toBe(text);
  });

  test('of a section has a row for each line', async () => {
    const text = await exportText(trade.session, { path: 'trade.Receipt', format: 'csv', section: 'lines' });
    expect(text.split('\r\n')[0]).toBe('\ufeffrecord,line,item,quality,quantity,price,amount');
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });

  test('holds what the filter lets through', async () => {
    const text = await exportText(trade.session, {
      path: 'trade.Item',
      format: 'csv',
      filter: 'item.description == "Saw"',
    });
    expect(text.trim().split('\r\n')).toHaveLength(2);
    await expect(
      exportText(trade.session, { path: 'trade.Item', format: 'csv', filter: 'item.nothing == 1' }),
    ).rejects.toThrow();
  });
});

test('a thousand rows with one bad row among them lose only that one', async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => `Mass ${index},${index === 777 ? 500 : 1}`);
  const result = await importText(trade.session, 'trade.Partner', {
    content: `description,discount\n${rows.join('\n')}\n`,
    bad: 'skip',
  });
  expect(result).toMatchObject({ read: 1000, created: 999, badCount: 1 });
  expect(result.bad[0]).toMatchObject({ row: 778, column: 'discount' });
});

test('an upload is kept on disk only while it is read', async () => {
  const spool = join(folder, 'spool');
  {
    await using file = await spoolFile([Buffer.from('description\nX\n')], spool);
    expect(file.encoding).toBe('utf-8');
    expect(await readdir(spool)).toHaveLength(1);
  }
  expect(await readdir(spool)).toEqual([]);
});

describe('a file that cannot be loaded at all', () => {
  test.each([
    ['description,description\nA,B\n', 'import-column-twice'],
    ['', 'import-no-columns'],
    ['description\n"never closed\n', 'import-row-broken'],
  ])('%j is refused with %s', async (content, code) => {
    await expect(importText(trade.session, 'trade.Partner', content)).rejects.toThrow(code);
  });

  test('is refused for objects that keep no records', async () => {
    await expect(importText(trade.session, 'trade.Quality', 'description\nX\n')).rejects.toThrow(
      'object-without-records',
    );
  });

  test('is refused for a section that is not there', async () => {
    await expect(
      exportText(trade.session, { path: 'trade.Receipt', format: 'csv', section: 'nothing' }),
    ).rejects.toThrow('import-section-unknown');
  });
});

test('an upload that is too large is cut off, and nothing of it stays', async () => {
  const spool = join(folder, 'too-large');
  await expect(spoolFile([Buffer.alloc(600), Buffer.alloc(600)], spool, 1_000)).rejects.toThrow('import-too-large');
  expect(await readdir(spool)).toEqual([]);
});
