import { checkDecimal, compareDecimals, formatDecimal } from './decimal-values.ts';
import type { ValueType } from './value-type.ts';

/** An exact decimal number with the digits the configuration asks for. */
export const decimalType: ValueType = {
  name: 'decimal',
  title: { en: 'Decimal', ru: 'Число', fa: 'عدد اعشاری' },
  storage: 'decimal',
  parameters: ['precision', 'scale'],
  named: 'itself',
  resolve: ({ precision = 18, scale = 2 }) => ({ name: 'decimal', storage: 'decimal', precision, scale }),
  check: checkDecimal,
  compare: compareDecimals,
  format: formatDecimal,
};
