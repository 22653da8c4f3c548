import type { Attribute, Check } from './attribute.ts';

/** What a register of any kind says. Shared code asks these answers, never the kind. */
export interface Register {
  readonly subject: 'record';
  readonly dimensions: readonly Attribute[];
  readonly resources: readonly Attribute[];
  /** Carried along with a movement or record; not part of its key. */
  readonly attributes: readonly Attribute[];
  /** Who writes: documents when posted, or users and programs directly. */
  readonly writing: 'recorder' | 'independent';
  /** Paths of the documents whose rules write here. */
  readonly recorders: readonly string[];
  /** Movements that add up ('accumulation') or facts where the latest counts ('information'). */
  readonly accumulation?: Accumulation;
  readonly information?: Information;
}

export interface Accumulation {
  /** 'balance' keeps what is left, 'turnover' only what flowed. */
  readonly of: 'balance' | 'turnover';
  /** Conditions on the current balance of each dimension combination: `balance.quantity >= 0`. */
  readonly constraints: readonly Constraint[];
}

export interface Constraint extends Check {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

export interface Information {
  /** What the period is cut to; 'none': one record per dimension combination. */
  readonly periodicity: 'none' | 'day' | 'month' | 'quarter' | 'year';
}
