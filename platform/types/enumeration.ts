import { compareText, wrongForm } from './text-values.ts';
import type { ValueType } from './value-type.ts';

/** One value of an enumeration, by its name. Whether the enumeration has it, the configuration knows. */
export const enumerationType: ValueType = {
  name: 'enumeration',
  title: { en: 'Enumeration', ru: 'Перечисление', fa: 'شمارش' },
  storage: 'enumeration',
  parameters: [],
  named: 'byTarget',
  resolve: ({ targets = [] }) => ({ name: 'enumeration', storage: 'enumeration', targets }),
  check: (value, type) =>
    typeof value === 'string' && /^[a-z][A-Za-z0-9]*$/.test(value) ? undefined : wrongForm(value, type),
  compare: compareText,
  format: String,
};
