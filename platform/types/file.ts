import { checkIdentity, compareIdentities } from './identity-values.ts';
import type { ValueType } from './value-type.ts';

/** A stored file, by its id. */
export const fileType: ValueType = {
  name: 'file',
  title: { en: 'File', ru: 'Файл', fa: 'پرونده' },
  storage: 'file',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'file', storage: 'file' }),
  check: checkIdentity,
  compare: compareIdentities,
  format: String,
};
