import { checkText, compareText } from './text-values.ts';
import type { ValueType } from './value-type.ts';

/** One line of text of limited length. */
export const stringType: ValueType = {
  name: 'string',
  title: { en: 'String', ru: 'Строка', fa: 'رشته' },
  storage: 'text',
  parameters: ['length'],
  named: 'itself',
  resolve: ({ length = 150 }) => ({ name: 'string', storage: 'text', length }),
  check: checkText,
  compare: compareText,
  format: String,
};
