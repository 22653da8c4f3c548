import { quantity } from './amounts.ts';
import type { ItemSketch } from './assortment.ts';
import { type Company, document, itemId, mixes, perUnit, pickSome, products, timeOf } from './company.ts';
import type { DemoRecord, Name } from './record.ts';

/** What two shifts make of the raw materials there are. */
export function* outputs(company: Company, date: string): Generator<DemoRecord> {
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

/** A piece that did not come out well. */
export function* defect(company: Company, date: string): Generator<DemoRecord> {
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
