import type { Attribute, Numbering } from '#platform';
import { quoteIdentifier } from './quoting.ts';

/**
 * The order of texts in lists: the root collation of Unicode, which every server has, whatever its own one is. Letters that
 * differ in an accent or in case stand together.
 */
export const peoplesCollation = 'und-x-icu';

/** The same as SQL. */
export const collatedForPeople = `collate ${quoteIdentifier(peoplesCollation)}`;

/** Whether lists order an attribute as a text for people. Codes and numbers are signs, and go by their characters. */
export function isTextForPeople({ name, type }: Pick<Attribute, 'name' | 'type'>, numbering?: Numbering): boolean {
  return type.storage === 'text' && name !== numbering?.attribute;
}
