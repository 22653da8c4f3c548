import type { DataType, Storage, ValueType } from '#platform';
import type { JsonValue } from '../../platform/types/value-type.ts';

/** Targets that reference and enumeration samples belong to, of the fixture `trade`. */
export const sampleTargets = {
  reference: ['trade.Item'],
  composite: ['trade.Item', 'trade.Partner'],
  enumeration: ['trade.Quality'],
};

const first = '01890a5d-ac96-774b-bcce-b302099a8057';
const second = '01890a5d-ac96-774b-bcce-b302099a8058';

/** Values of every storage from the smallest to the largest, in the order that `compare` must find. */
const samples: Readonly<Record<Storage, (type: DataType) => readonly JsonValue[]>> = {
  text: () => ['', 'A', 'a', 'a b', "o'clock", 'Я', 'я', '😀'],
  decimal: ({ precision = 18, scale = 0 }) => decimals(precision, scale),
  boolean: () => [false, true],
  date: () => ['0001-01-01', '1999-12-31', '2024-02-29', '2026-01-31', '9999-12-31'],
  dateTime: () => [
    '0001-01-01T00:00:00',
    '2026-01-31T09:59:59',
    '2026-01-31T09:59:59.5',
    '2026-01-31T10:00:00',
    '9999-12-31T23:59:59',
  ],
  month: () => ['0001-01', '2025-12', '2026-01', '9999-12'],
  reference: () => [first, second],
  file: () => [first, second],
  composite: () => [
    { type: 'trade.Item', id: first },
    { type: 'trade.Item', id: second },
    { type: 'trade.Partner', id: first },
  ],
  enumeration: () => ['defective', 'good'],
};

/** Things that are no value of the storage, whatever its parameters. */
const strangers: Readonly<Record<Storage, readonly unknown[]>> = {
  text: [1, true, {}, []],
  decimal: [1.5, 12, true, '', '1e3', '1,5', 'NaN', 'Infinity', '0x10', ' 1', '1.', '.5', '--1'],
  boolean: [0, 1, 'true', 'yes'],
  date: ['2026-02-29', '2026-13-01', '31.01.2026', '2026-1-1', '2026-01-31T00:00:00', 20260131],
  dateTime: ['2026-01-31', '2026-01-31 10:00:00', '2026-01-31T24:00:00', '2026-01-31T10:00:00Z', '2026-01-31T10:60:00'],
  month: ['2026', '2026-13', '2026-00', '2026-01-01', '01.2026'],
  reference: ['main', '', '01890a5d', 7, { type: 'trade.Item', id: first }],
  file: ['photo.png', '', 7],
  composite: [first, { type: 'trade.Sale', id: first }, { type: 'trade.Item' }, { type: 'trade.Item', id: 'x' }],
  enumeration: [1, true, {}],
};

/** The type as an attribute without parameters of its own would have it. */
export function usualType(type: ValueType): DataType {
  const targets = Object.entries(sampleTargets).find(([storage]) => storage === type.storage)?.[1];
  return type.resolve(targets === undefined ? {} : { targets });
}

export function samplesOf(type: ValueType): readonly JsonValue[] {
  return samples[type.storage](usualType(type));
}

export function strangersOf(type: ValueType): readonly unknown[] {
  return strangers[type.storage];
}

function decimals(precision: number, scale: number): string[] {
  const largest = scale > 0 ? `${'9'.repeat(precision - scale)}.${'9'.repeat(scale)}` : '9'.repeat(precision);
  const smallest = scale > 0 ? `0.${'0'.repeat(scale - 1)}1` : '1';
  return [`-${largest}`, `-${smallest}`, '0', smallest, '7', '10', largest];
}
