import type { Expression } from '../expressions/expression.ts';
import type { Attribute, Check } from './attribute.ts';
import type { Numbering } from './numbering.ts';
import type { Section } from './section.ts';

/** What an object whose records have identity says: catalogs and documents. */
export interface Entity {
  /** Name of the record in its own expressions: 'item' of a catalog, 'document' of a document. */
  readonly subject: string;
  /** Standard attributes first, in the order forms show them. */
  readonly attributes: readonly Attribute[];
  readonly sections: readonly Section[];
  /** Checks over the whole record. */
  readonly checks: readonly (Check & { readonly id: string; readonly name: string; readonly path: string })[];
  /** The short text a record is shown by in lists, references and messages: attribute names joined by ' '. */
  readonly presentation: readonly string[];
  /** Attribute names searched when a user types into a reference field. */
  readonly inputBy: readonly string[];
  /** Attribute that orders lists by default, ascending unless prefixed with '-'. */
  readonly order: string;
  readonly numbering?: Numbering;
  readonly hierarchy?: Hierarchy;
  /** Paths of catalogs whose records may own this one; the standard attribute 'owner' points there. */
  readonly owners: readonly string[];
  readonly predefined: readonly PredefinedItem[];
  readonly fillFrom: readonly FillFrom[];
}

/** Items below items, or below groups only. The standard attributes 'parent' (and 'isGroup') carry it. */
export interface Hierarchy {
  readonly of: 'items' | 'groups';
}

/** A record that every infobase has, with an id fixed for ever and a name for expressions (`Warehouse.main`). */
export interface PredefinedItem {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly title: import('../text.ts').Text;
  readonly isGroup: boolean;
  /** Name of the predefined parent, if any. */
  readonly parent?: string;
  /** JSON values of attributes. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** "Create based on": which values of the basis document go where. The expressions see it as `basis`. */
export interface FillFrom {
  readonly source: string;
  readonly set: Readonly<Record<string, Expression>>;
  readonly sections: Readonly<
    Record<string, { readonly each: string; readonly set: Readonly<Record<string, Expression>> }>
  >;
}
