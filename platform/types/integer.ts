import { checkDecimal, compareDecimals, formatDecimal } from './decimal-values.ts';
import type { ValueType } from './value-type.ts';

/** A whole number. */
export const integerType: ValueType = {
  name: 'integer',
  title: { en: 'Integer', ru: 'Целое число', fa: 'عدد صحیح' },
  storage: 'decimal',
  parameters: ['precision'],
  named: 'itself',
  resolve: ({ precision = 10 }) => ({ name: 'integer', storage: 'decimal', precision, scale: 0 }),
  check: checkDecimal,
  compare: compareDecimals,
  format: formatDecimal,
};
