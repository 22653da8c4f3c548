import { price, quantity } from './amounts.ts';
import type { ItemSketch } from './assortment.ts';
import { type Company, document, goods, itemId, type Line, perUnit, raws, timeOf } from './company.ts';
import type { Directories } from './directories.ts';
import type { Place } from './plant.ts';
import type { DemoRecord } from './record.ts';

/** Whatever runs low is bought from somebody who has it. */
export function* receipts(company: Company, date: string): Generator<DemoRecord> {
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

function lowWater(sketch: ItemSketch): number {
  if (sketch.kind === 'good') return 12 * perUnit;
  if (sketch.unit === 'kilogram') return 600 * perUnit;
  return (sketch.accountingPrice > 1_000_000 ? 12 : 220) * perUnit;
}
