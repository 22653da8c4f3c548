import { wrongForm } from './text-values.ts';
import type { ValueType } from './value-type.ts';

const shown = {
  en: { yes: 'Yes', no: 'No' },
  ru: { yes: 'Да', no: 'Нет' },
  fa: { yes: 'بله', no: 'خیر' },
} as const;

/** Yes or no. */
export const booleanType: ValueType = {
  name: 'boolean',
  title: { en: 'Boolean', ru: 'Булево', fa: 'بولی' },
  storage: 'boolean',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'boolean', storage: 'boolean' }),
  check: (value, type) => (typeof value === 'boolean' ? undefined : wrongForm(value, type)),
  compare: (left, right) => Number(left) - Number(right),
  format: (value, language) => shown[language][value === true ? 'yes' : 'no'],
};
