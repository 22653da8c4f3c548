import { createHash } from 'node:crypto';
import { type Assembled, assemble, type Configuration, ProblemError } from '#platform';

/** Files of a package by path; `null` takes a file of the shop away. */
export type Files = Readonly<Record<string, string | null>>;

/** A small sound package in memory, for tests that change one file of it and look what happens. */
export const shopFiles: Readonly<Record<string, string>> = {
  'package.yaml': `
name: shop
version: 1.0.0
vendor: Aubade
title: { en: Shop, ru: Магазин }
requires: {}`,
  'words.yaml': `
item: { en: Item, ru: Товар }
shop: { en: Shop, ru: Магазин }
place: { en: Place, ru: Место }
quality: { en: Quality, ru: Качество }
quantity: { en: Quantity, ru: Количество }
price: { en: Price, ru: Цена }
amount: { en: Amount, ru: Сумма }
total: { en: Total, ru: Итого }
weight: { en: Weight, ru: Вес }
note: { en: Note, ru: Примечание }
lines: { en: Lines, ru: Строки }
good: { en: Good, ru: Годный }
bad: { en: Bad, ru: Брак }
main: { en: Main, ru: Основной }
notNegative: { en: Not negative, ru: Не отрицателен }`,
  'catalogs/Item.yaml': `
title: { en: Item, ru: Товар }
hierarchy: groups
attributes:
  weight: { type: quantity, check: item.weight > 0 }
  note: text`,
  'catalogs/Place.yaml': `
title: { en: Place, ru: Место }
predefined:
  main: {}`,
  'enumerations/Quality.yaml': `
title: { en: Quality, ru: Качество }
values: { good: {}, bad: {} }`,
  'options/Discounts.yaml': 'title: { en: Discounts, ru: Скидки }',
  'constants/Owner.yaml': `
title: { en: Owner, ru: Владелец }
type: string`,
  'accumulation-registers/Stock.yaml': `
title: { en: Stock, ru: Запасы }
of: balance
dimensions:
  place: { type: Place, required: true }
  item: { type: Item, required: true }
resources:
  quantity: quantity
constraints:
  notNegative: { check: balance.quantity >= 0 }`,
  'information-registers/Price.yaml': `
title: { en: Price, ru: Цена }
periodicity: day
writing: independent
dimensions:
  item: { type: Item, required: true }
resources:
  price: price`,
  'documents/Sale.yaml': `
title: { en: Sale, ru: Продажа }
attributes:
  place: { type: Place, required: true }
  total: { type: money, formula: 'sum(document.lines, line.amount)' }
sections:
  lines:
    attributes:
      item: { type: Item, required: true }
      quality: { type: Quality, default: Quality.good }
      quantity: { type: quantity, required: true }
      price: price
      amount: { type: money, formula: 'round(line.quantity * line.price, 2)' }
posting:
  stock:
    register: Stock
    movement: expense
    each: lines
    set: { place: document.place, item: line.item, quantity: line.quantity }`,
  'roles/Seller.yaml': `
title: { en: Seller, ru: Продавец }
rights:
  Sale: [read, create]`,
  'subsystems/Trade.yaml': `
title: { en: Trade, ru: Торговля }
objects: [Sale, Item, Place, Stock, Price, Owner]`,
};

/** The shop with some files changed, added or taken away, assembled. */
export function assembleShop(changes: Files = {}): Assembled {
  return assemble([sourceOf('shop', { ...shopFiles, ...changes })], options);
}

/** The same as a configuration. Throws with the problems when there are any. */
export function shopConfiguration(changes: Files = {}): Configuration {
  const { configuration, problems } = assembleShop(changes);
  if (configuration === undefined) throw new ProblemError(problems);
  return configuration;
}

/** What is wrong with the changed shop, in the order it is reported: `code path`. */
export function shopProblems(changes: Files): string[] {
  return assembleShop(changes).problems.map(({ code, path }) => `${code} ${path}`);
}

/** The text of one of the shop's files with a part replaced. Throws when the part is not there. */
export function changed(file: string, part: string, by: string): Record<string, string> {
  const text = shopFiles[file];
  if (text?.includes(part) !== true) throw new Error(`${file} of the shop has no «${part}».`);
  return { [file]: text.replace(part, by) };
}

/** A package source made of files in memory. */
export function sourceOf(folder: string, files: Files) {
  const kept = Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
  return { folder, files: kept };
}

const options = { ids: 'derived', hash: (text: string) => createHash('sha256').update(text).digest('hex') } as const;
