import { checkText, compareText } from './text-values.ts';
import type { ValueType } from './value-type.ts';

/** Text of any length, in several lines. */
export const textType: ValueType = {
  name: 'text',
  title: { en: 'Text', ru: 'Текст', fa: 'متن' },
  storage: 'text',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'text', storage: 'text' }),
  check: checkText,
  compare: compareText,
  format: String,
};
