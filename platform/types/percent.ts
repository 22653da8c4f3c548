import { checkDecimal, compareDecimals, formatDecimal } from './decimal-values.ts';
import type { ValueType } from './value-type.ts';

/** A percentage: 22 means 22 %. */
export const percentType: ValueType = {
  name: 'percent',
  title: { en: 'Percent', ru: 'Процент', fa: 'درصد' },
  storage: 'decimal',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'percent', storage: 'decimal', precision: 9, scale: 4 }),
  check: checkDecimal,
  compare: compareDecimals,
  format: formatDecimal,
};
