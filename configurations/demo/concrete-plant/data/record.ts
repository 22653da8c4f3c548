/**
 * One record of the demo company, ready to be written. References are ids of records yielded before, or
 * `@regulatory.Unit.tonne` for a predefined record. A constant has the single value `value`.
 */
export interface DemoRecord {
  readonly path: string;
  readonly id: string;
  readonly values: Readonly<Record<string, DemoValue>>;
  readonly sections?: Readonly<Record<string, readonly Readonly<Record<string, DemoValue>>[]>>;
  /** Documents: post in the same step. */
  readonly post?: boolean;
}

export type DemoValue = string | boolean | null;

/** A name in both languages. */
export interface Name {
  readonly en: string;
  readonly ru: string;
}

export type DemoLanguage = keyof Name;

/** Ids that are the same in every run: version 7 in form, counted up. */
export function idSequence(series: number): () => string {
  let count = 0;
  return () => {
    count += 1;
    const tail = count.toString(16).padStart(12, '0');
    return `019b7000-00${series.toString(16).padStart(2, '0')}-7000-8000-${tail}`;
  };
}
