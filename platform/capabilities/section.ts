import type { Text } from '../text.ts';
import type { Attribute } from './attribute.ts';

/** A tabular section: ordered lines that live and die with their record. */
export interface Section {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly title: Text;
  readonly description?: Text;
  readonly attributes: readonly Attribute[];
  /** At least one line must be there when a document is posted (or an item written). */
  readonly required: boolean;
  readonly option?: string;
}
