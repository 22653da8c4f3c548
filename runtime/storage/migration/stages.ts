import type { DraftStep } from './migration-plan.ts';

/** Statements of a migration by when they run; names are the old ones up to and including `rename`. */
export interface Stages {
  /** What would be in the way: foreign keys and indexes that go or change. */
  readonly release: readonly string[];
  readonly drop: readonly string[];
  readonly rename: readonly string[];
  readonly convert: readonly string[];
  readonly create: readonly string[];
  readonly fill: readonly string[];
  readonly index: readonly string[];
  /** Foreign keys last: they look at finished tables. */
  readonly bind: readonly string[];
}

export interface Draft {
  readonly steps: readonly DraftStep[];
  readonly stages: Partial<Stages>;
  /** Ids of registers whose derived tables must be made anew. */
  readonly rebuild: readonly string[];
}

const order = ['release', 'drop', 'rename', 'convert', 'create', 'fill', 'index', 'bind'] as const;

/** Several drafts as one. */
export function combine(drafts: readonly Draft[]): Draft {
  const stage = (name: (typeof order)[number]) => drafts.flatMap(({ stages }) => stages[name] ?? []);
  return {
    steps: drafts.flatMap(({ steps }) => steps),
    stages: Object.fromEntries(order.map(name => [name, stage(name)])),
    rebuild: [...new Set(drafts.flatMap(({ rebuild }) => rebuild))],
  };
}

/** All statements, in the order they run. */
export function inOrder(stages: Partial<Stages>): string[] {
  return order.flatMap(name => stages[name] ?? []);
}
