import type { DataType } from '../types/data-type.ts';

/** The type of an expression: one value, a tabular section's lines, or a record read from a register. */
export type ExpressionType =
  | { readonly of: 'value'; readonly type: DataType }
  | { readonly of: 'null' }
  | { readonly of: 'list'; readonly element: ExpressionType }
  | { readonly of: 'lines'; readonly path: string }
  | { readonly of: 'row'; readonly path: string };

/** A checked expression: every name is resolved against the metadata. Plain, frozen, serialisable. */
export interface Expression {
  readonly text: string;
  readonly type: ExpressionType;
  readonly root: ExpressionNode;
}

/**
 * The checked tree. `field` walks an attribute of what `of` gives: of a variable ('document', 'line'), through
 * a reference to the record it points to, or out of a register row. Operators are calls ('add', 'equal', 'and' …).
 */
export type ExpressionNode =
  | LiteralNode
  | VariableNode
  | FieldNode
  | CallNode
  | ConditionalNode
  | ListNode
  | SectionNode
  | RegisterNode
  | StoredNode;

export interface LiteralNode {
  readonly op: 'literal';
  readonly type: ExpressionType;
  /** JSON form of the value (decimals as strings; a reference is the record's id). */
  readonly value: string | boolean | null;
}

/** A name of the scope: the subject ('document', 'item', 'record'), 'line', 'value', 'user' or a parameter. */
export interface VariableNode {
  readonly op: 'variable';
  readonly name: string;
  readonly type: ExpressionType;
}

export interface FieldNode {
  readonly op: 'field';
  readonly of: ExpressionNode;
  readonly name: string;
  /**
   * Path of the object or section whose attribute this is. Through a composite reference it is the first of its
   * targets; the type of `of` names them all, and each of them has the field.
   */
  readonly owner: string;
  readonly type: ExpressionType;
}

export interface CallNode {
  readonly op: 'call';
  readonly name: string;
  readonly args: readonly ExpressionNode[];
  readonly type: ExpressionType;
}

/** `when ? value : otherwise`; a condition that is not known chooses `otherwise`. */
export interface ConditionalNode {
  readonly op: 'conditional';
  readonly when: ExpressionNode;
  readonly value: ExpressionNode;
  readonly otherwise: ExpressionNode;
  readonly type: ExpressionType;
}

export interface ListNode {
  readonly op: 'list';
  readonly items: readonly ExpressionNode[];
  readonly type: ExpressionType;
}

/** `sum(document.lines, line.amount)`: an aggregate over a tabular section; `body` sees the variable 'line'. */
export interface SectionNode {
  readonly op: 'section';
  readonly name: 'sum' | 'count' | 'min' | 'max' | 'exists' | 'all';
  readonly lines: ExpressionNode;
  readonly body: ExpressionNode | null;
  readonly type: ExpressionType;
}

/** `balance(Stock, {item: line.item}, document.date)`: one row read from a register; fields are taken from it. */
export interface RegisterNode {
  readonly op: 'register';
  readonly name: 'balance' | 'latest' | 'earliest';
  readonly register: string;
  readonly dimensions: Readonly<Record<string, ExpressionNode>>;
  readonly at: ExpressionNode | null;
  readonly type: ExpressionType;
}

/** What the infobase keeps once: a constant's value, whether an option is on, the records a user was granted. */
export interface StoredNode {
  readonly op: 'stored';
  readonly name: 'constant' | 'option' | 'allowed';
  /** Path of the constant, of the functional option, or of the object whose records are granted. */
  readonly path: string;
  readonly type: ExpressionType;
}
