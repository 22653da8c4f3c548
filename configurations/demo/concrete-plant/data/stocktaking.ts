import { quantity } from './amounts.ts';
import { assortment, type ItemSketch } from './assortment.ts';
import { type Company, document, goods, itemId, perUnit, products, raws } from './company.ts';
import type { Place } from './plant.ts';
import type { DemoRecord, Name } from './record.ts';

/** What every place held when stock accounting began. */
export function* openingCounts(company: Company): Generator<DemoRecord> {
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

/** A monthly count of the raw yard: bulk materials never agree to the tonne. */
export function* count(company: Company, date: string, place: Place): Generator<DemoRecord> {
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

/** What the moulding shop used up in the month. */
export function* writeOff(company: Company, date: string): Generator<DemoRecord> {
  const taken = company.plant.take('rawYard', 'moulds', company.random.whole(20, 60) * perUnit);
  if (taken === 0) return;
  const reason: Name = { en: 'Used up in the moulding shop', ru: 'Израсходовано в формовочном цехе' };
  yield document(company, 'technical.WriteOff', `${date}T20:30:00`, {
    values: { warehouse: company.directories.warehouse.rawYard, reason: reason[company.language] },
    sections: { lines: [{ item: itemId(company, 'moulds'), quantity: quantity(taken) }] },
  });
}
