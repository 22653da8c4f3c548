import { writeCursor } from '../../../runtime/records/list-cursor.ts';
import { listRecords } from '../../../runtime/records/list-records.ts';
import { openShop, type Shop } from '../bench-server.ts';
import type { BenchmarkPart } from '../benchmark-part.ts';
import { compare, perSecond } from '../measurement.ts';

const itemsCount = 1_000_000;
const roundMs = 400;
const pageRows = 50;

/** Sorts of a list page: by what has an index and by what has none, upwards and downwards. */
const sorts = ['code', '-code', 'description', '-description', 'article', '-weight'] as const;

/** What lists put in the order people expect. */
const texts = new Set(['description', 'article']);

/** Pages of a catalog of a million items in every sort, the first one and one in the middle. */
export const listPart: BenchmarkPart = {
  names: ['list-page'],
  async run({ server, report }) {
    await using shop = await openShop(server, 'bench-list', { version: '1', make: makeItems });
    const pages = await Promise.all(sorts.flatMap(sort => [undefined, middle].map(from => pageOf(shop, sort, from))));
    report(
      await compare({
        name: 'list-page',
        unit: 'pages/s, harmonic mean of sorts',
        rounds: 5,
        ours: () => everyPage(pages.map(page => page.ours)),
        reference: () => everyPage(pages.map(page => page.reference)),
      }),
    );
  },
};

const middle = 0.5;

interface Page {
  readonly ours: () => Promise<unknown>;
  readonly reference: () => Promise<unknown>;
}

/** Each page gets the same time, so that slow ones count as much as they hurt. */
async function everyPage(pages: readonly (() => Promise<unknown>)[]): Promise<number> {
  let seconds = 0;
  for (const page of pages) {
    const speed = await perSecond(1, roundMs, page);
    seconds += 1 / speed;
  }
  return pages.length / seconds;
}

async function pageOf({ infobase, session }: Shop, sort: string, from: number | undefined): Promise<Page> {
  const name = sort.replace('-', '');
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const { sql } = infobase.database;
  const key = texts.has(name) ? `"${name}" collate "und-x-icu"` : `"${name}"`;
  const order = `${key} ${direction}, id ${direction}`;
  const columns = 'id, version, code, description, "deletionMark", article, weight';
  const request = { path: 'shop.Item', order: [sort], limit: pageRows };
  if (from === undefined) {
    const text = `select ${columns} from "shop.Item" order by ${order} limit ${pageRows + 1}`;
    return { ours: () => listRecords(session, request), reference: () => sql.unsafe(text, [], { prepare: true }) };
  }
  const [row] = await sql.unsafe(
    `select "${name}"::text as value, id from "shop.Item" order by ${order} offset ${Math.floor(itemsCount * from)} limit 1`,
  );
  const place = [String(row?.['value']), String(row?.['id'])];
  const after = writeCursor({ id: String(row?.['id']), values: [String(row?.['value'])] });
  const type = name === 'weight' ? 'numeric' : 'varchar';
  const text = `select ${columns} from "shop.Item" where (${key}, id) ${direction === 'asc' ? '>' : '<'} ($1::${type}, $2::uuid)
    order by ${order} limit ${pageRows + 1}`;
  return {
    ours: () => listRecords(session, { ...request, after }),
    reference: () => sql.unsafe(text, place, { prepare: true }),
  };
}

async function makeItems({ infobase }: Shop): Promise<void> {
  const { sql } = infobase.database;
  await sql.begin(async tx => {
    // A million entries in every index take as long as the machine needs.
    await tx.unsafe('set local statement_timeout = 0');
    await tx.unsafe(`insert into "shop.Item" (id, version, code, description, article, weight)
      select gen_random_uuid(), 1, 'I' || lpad(n::text, 9, '0'), 'Item ' || md5(n::text), 'A-' || (n::bigint * 7919 % 1000003), (n % 9973) / 10.0
      from generate_series(1, ${itemsCount}) n`);
  });
  await sql.unsafe('vacuum analyze "shop.Item"');
}
