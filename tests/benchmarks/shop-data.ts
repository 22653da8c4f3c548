import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRecord } from '../../runtime/records/create-record.ts';
import type { Shop } from './bench-server.ts';

export const itemsCount = 1_000;
export const partnersCount = 200;

/** What sales are made of: ids that both sides share. */
export interface Goods {
  readonly items: readonly string[];
  readonly partners: readonly string[];
  readonly warehouse: string;
}

/** Items, partners, a warehouse and plenty of stock, in the shop and in the hand-written tables beside it. */
export async function stockUp({ infobase, session }: Shop): Promise<Goods> {
  const { sql } = infobase.database;
  for (const [path, count] of [
    ['shop.Item', itemsCount],
    ['shop.Partner', partnersCount],
    ['shop.Warehouse', 1],
  ] as const) {
    await sql.unsafe(`insert into "${path}" (id, version, code, description)
      select gen_random_uuid(), 1, lpad(n::text, 6, '0'), '${path} ' || n from generate_series(1, ${count}) n`);
  }
  const ids = async (path: string) =>
    (await sql.unsafe(`select id from "${path}" order by code`)).map(row => String(row['id']));
  const goods = {
    items: await ids('shop.Item'),
    partners: await ids('shop.Partner'),
    warehouse: (await ids('shop.Warehouse'))[0] ?? '',
  };
  const values = { date: '2025-12-31T12:00:00', supplier: goods.partners[0] ?? '', warehouse: goods.warehouse };
  const lines = goods.items.map(item => ({ item, quality: 'good', quantity: '10000000', price: '1' }));
  await createRecord(session, { path: 'shop.Receipt', write: { values, sections: { lines }, post: true } });
  await makeReference(sql);
  await sql.unsafe('vacuum analyze');
  return goods;
}

async function makeReference(sql: Shop['infobase']['database']['sql']): Promise<void> {
  await sql.unsafe('drop schema if exists reference cascade; create schema reference');
  const files = ['tables.sql', 'post-sale.sql', 'repost-sales.sql'];
  const texts = await Promise.all(files.map(file => readFile(join(import.meta.dirname, 'reference', file), 'utf8')));
  const copies = `
    insert into item select id, code, description from "shop.Item";
    insert into partner select id, code, description from "shop.Partner";
    insert into warehouse select id, code, description from "shop.Warehouse";
    insert into stock_total select warehouse, item, quality, quantity from "shop.Stock:totals";`;
  const path = (await sql`show search_path`)[0]?.['search_path'];
  await sql.begin(tx => tx.unsafe(`set local search_path to reference, ${path}; ${texts.join('\n')} ${copies}`));
}

/** Sales one after another, the same for whoever asks with the same seed. */
export function saleMaker(goods: Goods, seed: number): () => Sale {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return () => ({
    date: `2026-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}T10:00:00`,
    customer: goods.partners[next(partnersCount)] ?? '',
    warehouse: goods.warehouse,
    lines: Array.from({ length: 10 }, () => ({
      item: goods.items[next(itemsCount)] ?? '',
      quality: 'good',
      quantity: `${1 + next(9)}`,
      price: `${1 + next(99)}.50`,
    })),
  });
}

export interface Sale {
  readonly date: string;
  readonly customer: string;
  readonly warehouse: string;
  readonly lines: readonly { item: string; quality: string; quantity: string; price: string }[];
}
