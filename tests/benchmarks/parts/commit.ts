import { openShop } from '../bench-server.ts';
import type { BenchmarkPart } from '../benchmark-part.ts';
import { compare, perSecond } from '../measurement.ts';

/** One row inserted and committed, one client: the physical limit of the machine beside the other figures. */
export const commitPart: BenchmarkPart = {
  names: ['commit'],
  async run({ server, report }) {
    await using shop = await openShop(server, 'bench-commit');
    const { sql } = shop.infobase.database;
    await sql`create table commits (id bigint generated always as identity primary key, at timestamptz)`;
    const commit = () => sql.unsafe('insert into commits (at) values (now())', [], { prepare: true });
    report(await compare({ name: 'commit', unit: 'commits/s', rounds: 5, ours: () => perSecond(1, 1_500, commit) }));
  },
};
