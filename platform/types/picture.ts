import { checkIdentity, compareIdentities } from './identity-values.ts';
import type { ValueType } from './value-type.ts';

/** A stored file that forms show as a picture. */
export const pictureType: ValueType = {
  name: 'picture',
  title: { en: 'Picture', ru: 'Картинка', fa: 'تصویر' },
  storage: 'file',
  parameters: [],
  named: 'itself',
  resolve: () => ({ name: 'picture', storage: 'file' }),
  check: checkIdentity,
  compare: compareIdentities,
  format: String,
};
