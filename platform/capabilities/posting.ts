import type { Expression } from '../expressions/expression.ts';

/** The rules by which a document, when posted, writes movements into registers. */
export interface Posting {
  readonly rules: readonly PostingRule[];
}

/**
 * One rule: for the document, or for each line of a section, when the condition holds, one movement.
 * Several versions of a rule follow one another by `from`; a document uses the one valid on its date.
 */
export interface PostingRule {
  readonly id: string;
  readonly name: string;
  /** 'technical.GoodsReceipt.posting.stock' */
  readonly path: string;
  readonly register: string;
  readonly movement: 'receipt' | 'expense' | 'turnover' | 'record';
  /** Section name; without it the rule runs once for the document. */
  readonly each?: string;
  readonly when?: Expression;
  readonly set: Readonly<Record<string, Expression>>;
  readonly option?: string;
  /** First date (ISO) the rule is valid on; '0001-01-01' when always. */
  readonly from: string;
  /** First date the next version replaces it, exclusive. */
  readonly until?: string;
}
