import { randomBytes } from 'node:crypto';
import { repostDocuments } from '../../../runtime/posting/repost-documents.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { newIdentity } from '../../../runtime/records/identity.ts';
import { openDatabase } from '../../../runtime/storage/open-database.ts';
import { openShop } from '../bench-server.ts';
import type { BenchmarkPart } from '../benchmark-part.ts';
import { compare } from '../measurement.ts';
import { saleMaker, stockUp } from '../shop-data.ts';

const documentsCount = 10_000;
const batchRows = 1_000;
const clients = 4;

/** Reposting 10,000 sales whose every line has changed since they were posted. */
export const repostPart: BenchmarkPart = {
  names: ['repost-batch'],
  async run({ server, report }) {
    await using shop = await openShop(server, 'bench-repost');
    const goods = await stockUp(shop);
    await using database = openDatabase({ url: server.url, random: randomBytes, schema: 'reference', max: clients });
    const next = saleMaker(goods, 7);
    let left = documentsCount;
    const client = async () => {
      while (left-- > 0) {
        const { lines, ...values } = next();
        const id = newIdentity(() => new Date(), randomBytes);
        await createRecord(shop.session, { path: 'shop.Sale', id, write: { values, sections: { lines }, post: true } });
        await database.sql`select post_sale(${id}::uuid, ${values.date}::timestamp, ${values.customer}::uuid, ${values.warehouse}::uuid, ${lines as never}::jsonb)`;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    const { sql } = shop.infobase.database;
    const ours = async () => {
      await sql`update "shop.Sale.lines" set quantity = 11 - quantity`;
      return timed(() => repostDocuments(shop.session, { path: 'shop.Sale' }));
    };
    const reference = async () => {
      await database.sql`update sale_line set quantity = 11 - quantity`;
      return timed(() => repostByHand(database.sql));
    };
    await sql`vacuum analyze`;
    report(await compare({ name: 'repost-batch', unit: 'documents/s', rounds: 5, ours, reference }));
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return documentsCount / ((performance.now() - start) / 1000);
}

async function repostByHand(sql: ReturnType<typeof openDatabase>['sql']): Promise<void> {
  for (let place = { date: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }; ; ) {
    const batch = await sql<{ date: string; id: string }[]>`select date, id from sale
      where (date, id) > (${place.date}::timestamp, ${place.id}::uuid) order by date, id limit ${batchRows}`;
    const last = batch.at(-1);
    if (last === undefined) return;
    await sql`select repost_sales(${batch.map(({ id }) => id)}::uuid[])`;
    place = last;
  }
}
