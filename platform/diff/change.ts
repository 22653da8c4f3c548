import type { DataType } from '../types/data-type.ts';

/** What an element of a configuration is, for whoever applies or shows a change. */
export type Part =
  | 'object'
  | 'section'
  | 'attribute'
  | 'dimension'
  | 'resource'
  | 'constant'
  | 'check'
  | 'rule'
  | 'constraint'
  | 'value'
  | 'predefined';

/** Whatever carries a permanent id: an object or a part of one. */
export interface Element {
  readonly part: Part;
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** Path of the object it belongs to; of an object, its own. */
  readonly object: string;
  /** Name of the tabular section, for an attribute of its lines. */
  readonly section?: string;
  /** Given by the kind, not by the configuration. */
  readonly standard: boolean;
}

/** One difference between two configurations. Elements are matched by permanent id, so a rename is a rename. */
export type Change = Added | Removed | Renamed | Retyped | Altered;

/** Parts of an added object are listed as added too, after it. */
export interface Added {
  readonly change: 'added';
  readonly element: Element;
}

/** Parts of a removed object are listed as removed too, after it. */
export interface Removed {
  readonly change: 'removed';
  readonly element: Element;
}

/**
 * The element's own name (an object's path) differs. What lies inside is not listed for that reason alone, although its
 * paths have changed with it.
 */
export interface Renamed {
  readonly change: 'renamed';
  readonly from: Element;
  readonly to: Element;
}

/** Another type of value. A target that was merely renamed is not a change of type. */
export interface Retyped {
  readonly change: 'retyped';
  readonly before: Element;
  readonly element: Element;
  readonly from: DataType;
  readonly to: DataType;
}

/** Any other property: 'required', 'title', 'entity.numbering', 'register.writing' … */
export interface Altered {
  readonly change: 'altered';
  readonly before: Element;
  readonly element: Element;
  readonly property: string;
  readonly from: unknown;
  readonly to: unknown;
}
