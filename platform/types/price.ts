import { checkDecimal, compareDecimals, formatDecimal } from './decimal-values.ts';
import type { ValueType } from './value-type.ts';

/** A price, finer than money, because it is multiplied. */
export const priceType: ValueType = {
  name: 'price',
  title: { en: 'Price', ru: 'Цена', fa: 'قیمت' },
  storage: 'decimal',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'price', storage: 'decimal', precision: 18, scale: 4 }),
  check: checkDecimal,
  compare: compareDecimals,
  format: formatDecimal,
};
