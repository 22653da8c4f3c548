import { checkIdentity, compareIdentities } from './identity-values.ts';
import type { ValueType } from './value-type.ts';

/** A record of one catalog or document, by its id. */
export const referenceType: ValueType = {
  name: 'reference',
  title: { en: 'Reference', ru: 'Ссылка', fa: 'ارجاع' },
  storage: 'reference',
  parameters: [],
  named: 'byTarget',
  resolve: ({ targets = [] }) => ({ name: 'reference', storage: 'reference', targets }),
  check: checkIdentity,
  compare: compareIdentities,
  format: String,
};
