import { daysOf2026, isWorkday } from './calendar.ts';
import type { Company } from './company.ts';
import type { Directories } from './directories.ts';
import { plant } from './plant.ts';
import { priceSettings } from './price-list.ts';
import { defect, outputs } from './production.ts';
import { receipts } from './purchases.ts';
import { type DemoLanguage, type DemoRecord, idSequence } from './record.ts';
import { seededRandom } from './seeded-random.ts';
import { move, sales } from './shipments.ts';
import { count, openingCounts, writeOff } from './stocktaking.ts';

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
