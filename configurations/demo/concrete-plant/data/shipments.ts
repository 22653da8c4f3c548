import { quantity } from './amounts.ts';
import {
  type Company,
  document,
  goods,
  itemId,
  type Line,
  mixes,
  perUnit,
  pickSome,
  products,
  timeOf,
  vehicle,
} from './company.ts';
import type { Place } from './plant.ts';
import type { DemoRecord } from './record.ts';

/** Products driven to the second site. */
export function* move(company: Company, date: string): Generator<DemoRecord> {
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
export function* sales(company: Company, date: string): Generator<DemoRecord> {
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

export function sale(company: Company, moment: string, place: Place, lines: readonly Line[]): DemoRecord {
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
