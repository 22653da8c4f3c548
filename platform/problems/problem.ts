import type { ProblemCode } from './catalogue.ts';

/** Where in a source file a problem was found; lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One thing that is wrong, as data: the wording lives in the catalogue, in every language.
 * `path` is the metadata path that is concerned ('technical.GoodsReceipt.lines.quantity').
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly path?: string;
  /** For problems of a configuration: file, line and column. */
  readonly place?: SourcePlace;
  /** For problems of a record: which one, and the line of the tabular section (from 1). */
  readonly record?: string;
  readonly section?: string;
  readonly line?: number;
  readonly parameters: Readonly<Record<string, ProblemParameter>>;
}

/** A value that a message shows. A `Text` is shown in the reader's language. */
export type ProblemParameter = string | number | Readonly<Partial<Record<'en' | 'ru' | 'fa', string>>>;

/** Thrown where an operation cannot go on; carries every problem found, never only the first. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems.map(problem => `${problem.code} ${problem.path ?? ''} ${JSON.stringify(problem.parameters)}`).join('\n'),
    );
    this.name = 'ProblemError';
    this.problems = problems;
  }
}
