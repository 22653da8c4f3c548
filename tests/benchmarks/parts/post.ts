import { openInfobase } from '../../../runtime/infobases/open-infobase.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { openShop } from '../bench-server.ts';
import type { BenchmarkPart } from '../benchmark-part.ts';
import { openReference, writeSaleByHand } from '../hand-written-sale.ts';
import { compare, perSecond } from '../measurement.ts';
import { saleMaker, stockUp } from '../shop-data.ts';

const name = 'bench-post';
const warmUpMs = 2_000;
const roundMs = 2_500;
const rounds = 9;

/** Writing and posting a sale of ten lines through the runtime, against one hand-written function. */
export const postPart: BenchmarkPart = {
  names: ['post-1', 'post-4', 'post-8'],
  async run({ server, report, wants }) {
    await using shop = await openShop(server, name);
    const goods = await stockUp(shop);
    for (const clients of [1, 4, 8].filter(clients => wants(`post-${clients}`))) {
      // Plans are made per connection, so both sides have as many connections as clients.
      await using infobase = await openInfobase(server, name, clients);
      const session = { ...shop.session, database: infobase.database };
      await using database = openReference(server, clients);
      const nextOurs = saleMaker(goods, 1);
      const nextTheirs = saleMaker(goods, 1);
      const ours = () => {
        const { lines, ...values } = nextOurs();
        return createRecord(session, { path: 'shop.Sale', write: { values, sections: { lines }, post: true } });
      };
      const theirs = () => writeSaleByHand(database, nextTheirs());
      // Tables that are empty when plans are made get plans for empty tables: both sides start with some documents.
      for (const side of [ours, theirs]) await perSecond(clients, warmUpMs, side);
      await shop.infobase.database.sql.unsafe('vacuum analyze');
      report(
        await compare({
          name: `post-${clients}`,
          unit: 'documents/s',
          rounds,
          ours: () => perSecond(clients, roundMs, ours),
          reference: () => perSecond(clients, roundMs, theirs),
        }),
      );
    }
  },
};
