import { checkDecimal, compareDecimals, formatDecimal } from './decimal-values.ts';
import type { ValueType } from './value-type.ts';

/** A quantity, to the thousandth. */
export const quantityType: ValueType = {
  name: 'quantity',
  title: { en: 'Quantity', ru: 'Количество', fa: 'مقدار' },
  storage: 'decimal',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'quantity', storage: 'decimal', precision: 18, scale: 3 }),
  check: checkDecimal,
  compare: compareDecimals,
  format: formatDecimal,
};
