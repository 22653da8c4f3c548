import { createHash } from 'node:crypto';
import { assignIds, ProblemError } from '#platform';
import { planUpgrade, upgradeInfobase } from '../../runtime/infobases/upgrade-infobase.ts';
import { testInfobase } from './database.ts';
import { type Files, shopConfiguration, shopFiles, sourceOf } from './shop-package.ts';

/** Ids that the tests name. */
const named = {
  'ids.yaml': `
Item: item0001
Item.note: note0001
Item.weight: weight01
Place: place001
Place.main: 11111111-1111-4111-8111-111111111111
Sale: sale0001
Sale.place: splace01
Sale.lines: lines001
Sale.lines.price: price001
Stock: stock001
Stock.item: sitem001
Stock.quantity: quant001
Quality: quali001
Quality.bad: bad00001`,
};

/** Every part of the shop has an id, so that whatever is renamed below stays the same thing. */
export const ids = { 'ids.yaml': assignIds([sourceOf('shop', { ...shopFiles, ...named })], counting())[0]?.text ?? '' };

function counting(): (bytes: number) => Uint8Array {
  let count = 0;
  return bytes => {
    count += 1;
    return createHash('sha256').update(String(count)).digest().subarray(0, bytes);
  };
}

/** Ids of records, and statements that write them. */
export const bolt = '00000000-0000-7000-8000-00000000000a';
export const nut = '00000000-0000-7000-8000-00000000000b';
export const main = '11111111-1111-4111-8111-111111111111';
export const sale = '00000000-0000-7000-8000-00000000000c';
export const bolts = `insert into "shop.Item" (id, description, weight, note) values ('${bolt}', 'Bolt', 1.25, '12')`;
export interface Upgrade {
  readonly before?: Files;
  readonly data?: readonly string[];
  readonly after: Files;
  readonly consent?: readonly string[];
}

/** An infobase of the shop with data, upgraded to the changed shop. */
export async function upgraded({ before = {}, data = [], after, consent = [] }: Upgrade) {
  const db = await testInfobase(shopConfiguration({ ...ids, ...before }));
  for (const statement of data) await db.sql.unsafe(statement);
  const to = shopConfiguration({ ...ids, ...before, ...after });
  const plan = await planUpgrade(db, to);
  const refused = await upgradeInfobase(db, { plan, consent }).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refused !== undefined && !(refused instanceof ProblemError)) throw refused;
  const steps = plan.steps.map(({ change, path, before, rows, losing, impossible }) =>
    [change, before, path, rows || '', losing && `losing ${losing}`, impossible && `impossible ${impossible}`]
      .filter(Boolean)
      .join(' '),
  );
  const problems = refused?.problems.map(({ code, path }) => `${code} ${path}`) ?? [];
  const query = async (sql: string) => (await db.sql.unsafe(sql)).map(row => ({ ...row }));
  return { steps, problems, query, db, [Symbol.asyncDispose]: () => db.close() };
}
