import { checkDecimal, compareDecimals, formatDecimal } from './decimal-values.ts';
import type { ValueType } from './value-type.ts';

/** A rate or a coefficient. */
export const rateType: ValueType = {
  name: 'rate',
  title: { en: 'Rate', ru: 'Курс', fa: 'نرخ' },
  storage: 'decimal',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'rate', storage: 'decimal', precision: 18, scale: 8 }),
  check: checkDecimal,
  compare: compareDecimals,
  format: formatDecimal,
};
