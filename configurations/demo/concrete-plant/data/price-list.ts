import { price } from './amounts.ts';
import type { ItemSketch } from './assortment.ts';
import { type Company, document, itemId, stocked } from './company.ts';
import type { DemoRecord } from './record.ts';

/** Prices rise a little every quarter. */
export function* priceSettings(company: Company, date: string, month: number): Generator<DemoRecord> {
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
