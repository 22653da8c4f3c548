import { advanceCheckpoints } from '../../../runtime/registers/advance-checkpoints.ts';
import { readBalanceRows } from '../../../runtime/registers/read-balance.ts';
import { rebuildTotals } from '../../../runtime/registers/rebuild-totals.ts';
import { openShop, type Shop } from '../bench-server.ts';
import type { BenchmarkPart } from '../benchmark-part.ts';
import { compare } from '../measurement.ts';

const movementsCount = 5_000_000;
const keysCount = 100_000;
/** Movements are spread over the three years from 2024; the date asked for is the middle of a month in the middle. */
const days = 1_096;
const at = '2025-06-16T00:00:00';
const until = '2027-01-01';

/** The whole stock, 100,000 keys, at a date in the middle of 5 million movements. */
export const balancePart: BenchmarkPart = {
  names: ['balance-all'],
  async run({ server, report }) {
    await using shop = await openShop(server, 'bench-balance', { version: '1', make: makeMovements });
    const { sql } = shop.infobase.database;
    const byHand = `select warehouse, item, quality, sum(quantity) from (
        select warehouse, item, quality, quantity from "shop.Stock:checkpoints" where month = date '2025-06-01'
        union all
        select warehouse, item, quality, quantity from "shop.Stock"
        where period >= timestamp '2025-06-01' and period < timestamp '2025-06-16') parts
      group by warehouse, item, quality having sum(quantity) <> 0 order by warehouse, item, quality`;
    report(
      await compare({
        name: 'balance-all',
        unit: 'balances/s',
        rounds: 11,
        ours: timed(() => readBalanceRows(shop.session, { path: 'shop.Stock', at })),
        reference: timed(() => sql.unsafe(byHand).values()),
      }),
    );
  },
};

function timed(work: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const start = performance.now();
    await work();
    return 1_000 / (performance.now() - start);
  };
}

async function makeMovements({ infobase }: Shop): Promise<void> {
  const { database, configuration } = infobase;
  const register = configuration.objects['shop.Stock'];
  if (register === undefined) throw new Error('The shop has no stock.');
  await database.sql.unsafe('set statement_timeout = 0');
  await database.sql.begin(async sql => {
    await sql.unsafe('set local statement_timeout = 0');
    await sql.unsafe(`create temporary table keys on commit drop as
      select n, gen_random_uuid() as item, ('00000000-0000-7000-8000-00000000000' || n % 2)::uuid as warehouse
      from generate_series(0, ${keysCount - 1}) n; create index on keys (n); analyze keys`);
    await sql.unsafe(`insert into "shop.Stock" (period, recorder, "recorder:type", line, rule, movement, warehouse, item, quality, quantity)
      select timestamp '2024-01-01' + (m::bigint * ${days} / ${movementsCount}) * interval '1 day' + (m % 86400) * interval '1 second',
        ('00000000-0000-7000-8000-' || lpad(to_hex(m / 10), 12, '0'))::uuid, 'generated', m % 10 + 1, 'generated',
        case when m % 3 = 0 then -1 else 1 end, warehouse, item, 'good', case when m % 3 = 0 then -(m % 7 + 1) else m % 11 + 1 end
      from generate_series(0, ${movementsCount - 1}) m join keys on keys.n = (m::bigint * 7919) % ${keysCount} order by m`);
  });
  await rebuildTotals(database, register);
  await database.sql.unsafe('vacuum analyze');
  await advanceCheckpoints(database, configuration, until);
  await database.sql.unsafe('vacuum analyze');
}
