import { checkDecimal, compareDecimals, formatDecimal } from './decimal-values.ts';
import type { ValueType } from './value-type.ts';

/** An amount of money, to the hundredth. */
export const moneyType: ValueType = {
  name: 'money',
  title: { en: 'Money', ru: 'Деньги', fa: 'مبلغ' },
  storage: 'decimal',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'money', storage: 'decimal', precision: 18, scale: 2 }),
  check: checkDecimal,
  compare: compareDecimals,
  format: formatDecimal,
};
