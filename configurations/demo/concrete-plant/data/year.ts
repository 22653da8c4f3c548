import { price, quantity } from './amounts.ts';
import { assortment, type ItemSketch } from './assortment.ts';
import type { Directories } from './directories.ts';
import { type Place, type Plant, plant } from './plant.ts';
import { type DemoLanguage, type DemoRecord, type DemoValue, idSequence, type Name } from './record.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** What the events of a day are made with. */
interface Company {
  readonly directories: Directories;
  readonly language: DemoLanguage;
  readonly plant: Plant;
  readonly random: SeededRandom;
  readonly nextId: () => string;
}

type Line = Readonly<Record<string, DemoValue>>;

const perUnit = 1_000;
const stocked = assortment.filter(sketch => sketch.generalised !== true);
const raws = assortment.filter(sketch => sketch.kind === 'raw');
const mixes = assortment.filter(sketch => sketch.kind === 'semiFinished');
const products = assortment.filter(sketch => sketch.kind === 'product');
const goods = assortment.filter(sketch => sketch.kind === 'good');

/** The documents of 2026, in the order of their dates. */
export function* yearOf(directories: Directories, language: DemoLanguage, seed: number): Generator<DemoRecord> {
  const company: Company = { directories, language, plant: plant(), random: seededRandom(seed), nextId: idSequence(2) };
  yield* openingCounts(company);
  for (const date of daysOf2026()) {
    const [, month, day] = date.split('-').map(Number);
    if (day === 1 && month !== undefined && month % 3 === 1) yield* priceSettings(company, date, month);
    if (isWorkday(date)) yield* inOrderOfTime(workday(company, date));
    if (day === 28) yield* monthEnd(company, date);
  }
}

function* workday(company: Company, date: string): Generator<DemoRecord> {
  yield* receipts(company, date);
  yield* outputs(company, date);
  if (company.random.chance(45)) yield* move(company, date);
  yield* sales(company, date);
  if (company.random.chance(14)) yield* defect(company, date);
}

/** Kinds of events never overlap in time within a day, so this keeps what was there before it was taken. */
function inOrderOfTime(documents: Iterable<DemoRecord>): readonly DemoRecord[] {
  return [...documents].toSorted((one, other) =>
    String(one.values['date']).localeCompare(String(other.values['date'])),
  );
}

function* monthEnd(company: Company, date: string): Generator<DemoRecord> {
  yield* count(company, date, 'rawYard');
  yield* writeOff(company, date);
}

function* openingCounts(company: Company): Generator<DemoRecord> {
  const opening: Readonly<Record<Place, readonly [ItemSketch, number][]>> = {
    rawYard: [...raws, ...assortment.filter(sketch => sketch.kind === 'material' && sketch.generalised !== true)].map(
      sketch => [sketch, (sketch.unit === 'kilogram' ? 900 : sketch.accountingPrice > 1_000_000 ? 30 : 420) * perUnit],
    ),
    finished: [...products, ...goods].map(sketch => [sketch, company.random.whole(20, 90) * perUnit]),
    siteB: products.slice(0, 5).map(sketch => [sketch, company.random.whole(8, 25) * perUnit]),
  };
  for (const [place, found] of Object.entries(opening) as [Place, readonly [ItemSketch, number][]][]) {
    for (const [sketch, amount] of found) company.plant.add(place, sketch.key, amount);
    yield document(company, 'technical.InventoryCount', '2026-01-01T08:00:00', {
      values: { warehouse: company.directories.warehouse[place], opening: true },
      sections: {
        lines: found.map(([sketch, amount]) => ({ item: itemId(company, sketch.key), counted: quantity(amount) })),
      },
    });
  }
}

/** Prices rise a little every quarter. */
function* priceSettings(company: Company, date: string, month: number): Generator<DemoRecord> {
  const growth = 1_000 + Math.floor(month / 3) * 22;
  const raised = (kopecks: number): number => Math.round((kopecks * growth) / 100_000) * 100;
  const kinds = [
    ['accounting', (sketch: ItemSketch) => sketch.accountingPrice],
    ['sale', (sketch: ItemSketch) => sketch.salePrice],
  ] as const;
  for (const [kind, priceOf] of kinds) {
    const lines = stocked.flatMap(sketch => {
      const kopecks = priceOf(sketch);
      return kopecks === undefined ? [] : [{ item: itemId(company, sketch.key), price: price(raised(kopecks)) }];
    });
    const values = { priceType: company.directories.priceType[kind] };
    yield document(company, 'technical.SetPrices', `${date}T00:00:00`, { values, sections: { lines } });
  }
}

/** Whatever runs low is bought from somebody who has it. */
function* receipts(company: Company, date: string): Generator<DemoRecord> {
  const low = [...raws, ...goods].filter(sketch => {
    const place: Place = sketch.kind === 'raw' ? 'rawYard' : 'finished';
    return company.plant.on(place, sketch.key) < lowWater(sketch);
  });
  const done = new Set<string>();
  for (const sketch of low) {
    if (done.has(sketch.key)) continue;
    const supplier = company.random.pick(company.directories.suppliers.filter(each => each.items.includes(sketch.key)));
    const place: Place = sketch.kind === 'raw' ? 'rawYard' : 'finished';
    const bought = low.filter(
      other =>
        supplier.items.includes(other.key) &&
        (other.kind === 'raw') === (sketch.kind === 'raw') &&
        !done.has(other.key),
    );
    const lines = bought.map(other => {
      done.add(other.key);
      const amount = Math.round((lowWater(other) * company.random.whole(90, 260)) / 100_000) * perUnit;
      company.plant.add(place, other.key, amount);
      const paid = Math.round((other.accountingPrice * company.random.whole(960, 1_060)) / 100_000) * 100;
      return { item: itemId(company, other.key), quantity: quantity(amount), price: price(paid) };
    });
    yield receipt(company, timeOf(company, date, 8, 10), { supplier, place, lines });
  }
  if (company.random.chance(4)) {
    const supplier = company.directories.suppliers.find(each => each.items.includes('stationery'));
    const line = {
      item: itemId(company, 'stationery'),
      quantity: quantity(company.random.whole(1, 20) * perUnit),
      price: price(25_000),
      expenseAtOnce: true,
    };
    if (supplier !== undefined)
      yield receipt(company, timeOf(company, date, 11, 12), { supplier, place: 'rawYard', lines: [line] });
  }
}

function receipt(
  company: Company,
  moment: string,
  of: { readonly supplier: Directories['suppliers'][number]; readonly place: Place; readonly lines: readonly Line[] },
): DemoRecord {
  const { organisation, flow, warehouse } = company.directories;
  return document(company, 'technical.GoodsReceipt', moment, {
    values: {
      organisation,
      supplier: of.supplier.id,
      contract: of.supplier.contract,
      financialFlow: flow.raw,
      warehouse: warehouse[of.place],
      supplierReference: `${company.random.whole(100, 9_999)}`,
    },
    sections: { lines: of.lines },
  });
}

function* outputs(company: Company, date: string): Generator<DemoRecord> {
  for (const shift of [1, 2]) {
    const made = pickSome(company, products, 3, 5).map(
      sketch => [sketch, company.random.whole(4, 14) * perUnit] as const,
    );
    const poured =
      shift === 1
        ? pickSome(company, mixes, 2, 3).map(sketch => [sketch, company.random.whole(12, 48) * perUnit] as const)
        : [];
    const batch = [...made, ...poured].filter(
      ([sketch, amount]) => isWanted(company, sketch) && canMake(company, sketch, amount),
    );
    if (batch.length === 0) continue;
    const used = consume(company, batch);
    for (const [sketch, amount] of batch) company.plant.add('finished', sketch.key, amount);
    yield document(company, 'technical.ProductOutput', timeOf(company, date, 11 + shift, 11 + shift), {
      values: { warehouse: company.directories.warehouse.finished, shift: `${shift}` },
      sections: {
        products: batch.map(([sketch, amount]) => ({ item: itemId(company, sketch.key), quantity: quantity(amount) })),
        materials: [...used].map(([key, amount]) => ({
          item: itemId(company, key),
          warehouse: company.directories.warehouse.rawYard,
          quantity: quantity(amount),
        })),
      },
    });
  }
}

/** A plant does not fill its yard with slabs that nobody takes. */
function isWanted(company: Company, sketch: ItemSketch): boolean {
  return company.plant.on('finished', sketch.key) < 60 * perUnit;
}

/** Enough raw material for four such batches, so that a batch of several products never runs dry. */
function canMake(company: Company, sketch: ItemSketch, amount: number): boolean {
  return Object.entries(sketch.norm ?? {}).every(
    ([key, norm]) => company.plant.on('rawYard', key) >= 4 * Math.ceil((norm * amount) / perUnit),
  );
}

function consume(company: Company, batch: readonly (readonly [ItemSketch, number])[]): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const [sketch, amount] of batch) {
    for (const [key, norm] of Object.entries(sketch.norm ?? {})) {
      const needed = Math.round((norm * amount * company.random.whole(990, 1_020)) / (perUnit * perUnit));
      const taken = company.plant.take('rawYard', key, needed);
      if (taken > 0) used.set(key, (used.get(key) ?? 0) + taken);
    }
  }
  return used;
}

function* move(company: Company, date: string): Generator<DemoRecord> {
  const lines = pickSome(company, products, 1, 3).flatMap(sketch => {
    const taken = company.plant.take('finished', sketch.key, company.random.whole(2, 8) * perUnit);
    company.plant.add('siteB', sketch.key, taken);
    return taken > 0 ? [{ item: itemId(company, sketch.key), quantity: quantity(taken) }] : [];
  });
  if (lines.length === 0) return;
  const { finished, siteB } = company.directories.warehouse;
  yield document(company, 'technical.StockMove', timeOf(company, date, 14, 14), {
    values: { fromWarehouse: finished, toWarehouse: siteB, vehicle: vehicle(company) },
    sections: { lines },
  });
}

/** Concrete does not keep: what was poured in the morning is sold the same day. */
function* sales(company: Company, date: string): Generator<DemoRecord> {
  for (const sketch of mixes) {
    while (company.plant.on('finished', sketch.key) > 0) {
      const taken = company.plant.take('finished', sketch.key, company.random.whole(8, 30) * perUnit);
      yield sale(company, timeOf(company, date, 15, 17), 'finished', [
        { item: itemId(company, sketch.key), quantity: quantity(taken) },
      ]);
    }
  }
  for (let order = company.random.whole(2, 5); order > 0; order -= 1) {
    const place: Place = company.random.chance(12) ? 'siteB' : 'finished';
    const lines = pickSome(company, [...products, ...goods], 1, 4).flatMap(sketch => {
      const taken = company.plant.take(place, sketch.key, company.random.whole(1, 14) * perUnit);
      return taken > 0 ? [{ item: itemId(company, sketch.key), quantity: quantity(taken) }] : [];
    });
    if (lines.length > 0) yield sale(company, timeOf(company, date, 15, 18), place, lines);
  }
}

function sale(company: Company, moment: string, place: Place, lines: readonly Line[]): DemoRecord {
  const { organisation, flow, priceType, warehouse } = company.directories;
  const customer = company.random.pick(
    company.directories.customers.flatMap(each => Array<typeof each>(each.share).fill(each)),
  );
  return document(company, 'technical.Sale', moment, {
    values: {
      organisation,
      customer: customer.id,
      contract: customer.contract,
      financialFlow: customer.deferred ? flow.deferred : flow.prepaid,
      warehouse: warehouse[place],
      priceType: priceType.sale,
      vehicle: vehicle(company),
    },
    sections: { lines },
  });
}

function* defect(company: Company, date: string): Generator<DemoRecord> {
  const sketch = company.random.pick(products);
  const taken = company.plant.take('finished', sketch.key, company.random.whole(1, 2) * perUnit);
  if (taken === 0) return;
  const reasons: readonly Name[] = [
    { en: 'Cracks after demoulding', ru: 'Трещины после распалубки' },
    { en: 'Chipped edge', ru: 'Скол кромки' },
    { en: 'Wrong reinforcement', ru: 'Нарушение армирования' },
  ];
  yield document(company, 'technical.Defect', timeOf(company, date, 19, 19), {
    values: {
      warehouse: company.directories.warehouse.finished,
      reason: company.random.pick(reasons)[company.language],
    },
    sections: { lines: [{ item: itemId(company, sketch.key), quantity: quantity(taken) }] },
  });
}

/** A monthly count of the raw yard: bulk materials never agree to the tonne. */
function* count(company: Company, date: string, place: Place): Generator<DemoRecord> {
  const lines = raws.map(sketch => {
    const book = company.plant.on(place, sketch.key);
    const counted = Math.round((book * company.random.whole(995, 1_003)) / 1_000);
    company.plant.add(place, sketch.key, counted - book);
    return { item: itemId(company, sketch.key), counted: quantity(counted) };
  });
  yield document(company, 'technical.InventoryCount', `${date}T20:00:00`, {
    values: { warehouse: company.directories.warehouse[place], opening: false },
    sections: { lines },
  });
}

function* writeOff(company: Company, date: string): Generator<DemoRecord> {
  const taken = company.plant.take('rawYard', 'moulds', company.random.whole(20, 60) * perUnit);
  if (taken === 0) return;
  const reason: Name = { en: 'Used up in the moulding shop', ru: 'Израсходовано в формовочном цехе' };
  yield document(company, 'technical.WriteOff', `${date}T20:30:00`, {
    values: { warehouse: company.directories.warehouse.rawYard, reason: reason[company.language] },
    sections: { lines: [{ item: itemId(company, 'moulds'), quantity: quantity(taken) }] },
  });
}

function document(
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

function itemId(company: Company, key: string): string {
  const id = company.directories.item.get(key);
  if (id === undefined) throw new Error(`The assortment has no item «${key}».`);
  return id;
}

function lowWater(sketch: ItemSketch): number {
  if (sketch.kind === 'good') return 12 * perUnit;
  if (sketch.unit === 'kilogram') return 600 * perUnit;
  return (sketch.accountingPrice > 1_000_000 ? 12 : 220) * perUnit;
}

function pickSome(company: Company, from: readonly ItemSketch[], least: number, most: number): readonly ItemSketch[] {
  const picked = new Set<ItemSketch>();
  const wanted = company.random.whole(least, most);
  while (picked.size < wanted) picked.add(company.random.pick(from));
  return [...picked];
}

function vehicle(company: Company): string {
  return `${company.random.pick(['A', 'B', 'E', 'K', 'M', 'O'])}${company.random.whole(100, 999)}${company.random.pick(['AA', 'BC', 'KM', 'OP'])}`;
}

/** A moment between two hours; a day's documents of one kind come in any order. */
function timeOf(company: Company, date: string, from: number, to: number): string {
  const two = (count: number): string => count.toString().padStart(2, '0');
  return `${date}T${two(company.random.whole(from, to))}:${two(company.random.whole(0, 59))}:${two(company.random.whole(0, 59))}`;
}

function* daysOf2026(): Generator<string> {
  const day = new Date('2026-01-01T00:00:00Z');
  while (day.getUTCFullYear() === 2026) {
    yield day.toISOString().slice(0, 10);
    day.setUTCDate(day.getUTCDate() + 1);
  }
}

function isWorkday(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (
    weekday !== 0 &&
    weekday !== 6 &&
    date > '2026-01-08' &&
    !['2026-02-23', '2026-03-09', '2026-05-01', '2026-05-11', '2026-06-12', '2026-11-04'].includes(date)
  );
}
