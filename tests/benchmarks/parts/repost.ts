import { repostDocuments } from '../../../runtime/posting/repost-documents.ts';
import { systemUserId } from '../../../runtime/session/system-session.ts';
import type { DatabasePool } from '../../../runtime/storage/database.ts';
import { openShop, type Shop } from '../bench-server.ts';
import type { BenchmarkPart } from '../benchmark-part.ts';
import { openReference } from '../hand-written-sale.ts';
import { compare } from '../measurement.ts';
import { type Goods, stockUp } from '../shop-data.ts';

const documentsCount = 10_000;
const batchRows = 1_000;
const rounds = 7;

/** Reposting 10,000 sales whose every line has changed since they were posted. */
export const repostPart: BenchmarkPart = {
  names: ['repost-batch'],
  async run({ server, report }) {
    await using shop = await openShop(server, 'bench-repost');
    await using database = openReference(server, 1);
    await makeSales(shop, await stockUp(shop));
    const { sql } = shop.infobase.database;
    const repostOurs = () => repostDocuments(shop.session, { path: 'shop.Sale' });
    const ours = async () => {
      await sql`update "shop.Sale.lines" set quantity = 11 - quantity`;
      return timed(repostOurs);
    };
    const reference = async () => {
      await database.sql`update sale_line set quantity = 11 - quantity`;
      return timed(() => repostByHand(database));
    };
    // Nothing is posted yet, so the first time writes every movement.
    await sql`vacuum analyze`;
    await repostOurs();
    await repostByHand(database);
    await sql`vacuum analyze`;
    report(await compare({ name: 'repost-batch', unit: 'documents/s', rounds, ours, reference }));
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return documentsCount / ((performance.now() - start) / 1000);
}

async function repostByHand({ sql }: DatabasePool): Promise<void> {
  for (let place = { date: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }; ; ) {
    const batch = await sql<{ date: string; id: string }[]>`select date, id from sale
      where (date, id) > (${place.date}::timestamp, ${place.id}::uuid) order by date, id limit ${batchRows}`;
    const last = batch.at(-1);
    if (last === undefined) return;
    await sql`select repost_sales(${batch.map(({ id }) => id)}::uuid[])`;
    place = last;
  }
}

/** Sales of ten lines spread over a year, the same in the shop and in the hand-written tables, without their movements. */
async function makeSales({ infobase }: Shop, { items, partners, warehouse }: Goods): Promise<void> {
  const { sql } = infobase.database;
  await sql`insert into "shop.Sale" (id, version, "createdAt", "changedAt", "changedBy", number, date, posted, "deletionMark", customer, warehouse, total)
    select uuidv7(), 1, now(), now(), ${systemUserId}, 'S-' || lpad(n::text, 6, '0'), timestamp '2026-01-01 10:00' + n * 7919 % 365 * interval '1 day',
      true, false, (${partners}::uuid[])[1 + n * 31 % ${partners.length}], ${warehouse}, 0
    from generate_series(1, ${documentsCount}) n`;
  await sql`insert into "shop.Sale.lines" (record, line, item, quality, quantity, price, amount)
    select id, line, (${items}::uuid[])[1 + (n * 10 + line) * 7919 % ${items.length}], 'good', quantity, price, quantity * price
    from (select id, row_number() over (order by id) as n from "shop.Sale") sales
    cross join generate_series(1, 10) line
    cross join lateral (select 1 + (n + line * 7) % 9 as quantity, 1.5 + (n * 13 + line) % 99 as price) made`;
  await sql`update "shop.Sale" s set total = (select sum(amount) from "shop.Sale.lines" l where l.record = s.id)`;
  await sql`insert into reference.sale (id, version, number, date, posted, customer, warehouse, total, created_at)
    select id, 1, number, date, true, customer, warehouse, total, now() from "shop.Sale" order by id`;
  await sql`insert into reference.sale_line (sale, line, item, quality, quantity, price, amount)
    select record, line, item, quality, quantity, price, amount from "shop.Sale.lines" order by record, line`;
}
