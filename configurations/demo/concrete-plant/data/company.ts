import { assortment, type ItemSketch } from './assortment.ts';
import type { Directories } from './directories.ts';
import type { Plant } from './plant.ts';
import type { DemoLanguage, DemoRecord, DemoValue } from './record.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What the events of a day are made with. */
export interface Company {
  readonly directories: Directories;
  readonly language: DemoLanguage;
  readonly plant: Plant;
  readonly random: SeededRandom;
  readonly nextId: () => string;
}

export type Line = Readonly<Record<string, DemoValue>>;

export const perUnit = 1_000;

export const stocked = assortment.filter(sketch => sketch.generalised !== true);

export const raws = assortment.filter(sketch => sketch.kind === 'raw');

export const mixes = assortment.filter(sketch => sketch.kind === 'semiFinished');

export const products = assortment.filter(sketch => sketch.kind === 'product');

export const goods = assortment.filter(sketch => sketch.kind === 'good');

export function document(
  company: Company,
  path: string,
  date: string,
  body: {
    readonly values: Readonly<Record<string, DemoValue>>;
    readonly sections: Readonly<Record<string, readonly Line[]>>;
  },
): DemoRecord {
  return { path, id: company.nextId(), values: { date, ...body.values }, sections: body.sections, post: true };
}

export function itemId(company: Company, key: string): string {
  const id = company.directories.item.get(key);
  if (id === undefined) throw new Error(`The assortment has no item «${key}».`);
  return id;
}

export function pickSome(
  company: Company,
  from: readonly ItemSketch[],
  least: number,
  most: number,
): readonly ItemSketch[] {
  const picked = new Set<ItemSketch>();
  const wanted = company.random.whole(least, most);
  while (picked.size < wanted) picked.add(company.random.pick(from));
  return [...picked];
}

export function vehicle(company: Company): string {
  return `${company.random.pick(['A', 'B', 'E', 'K', 'M', 'O'])}${company.random.whole(100, 999)}${company.random.pick(['AA', 'BC', 'KM', 'OP'])}`;
}

/** A moment between two hours; a day's documents of one kind come in any order. */
export function timeOf(company: Company, date: string, from: number, to: number): string {
  const two = (count: number): string => count.toString().padStart(2, '0');
  return `${date}T${two(company.random.whole(from, to))}:${two(company.random.whole(0, 59))}:${two(company.random.whole(0, 59))}`;
}
