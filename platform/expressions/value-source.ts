import type { Value } from './value.ts';

/** A record as a variable holds it; a value that is absent is not known. */
export interface RowValue {
  readonly id?: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly sections?: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;
}

/**
 * Where an expression takes its values from. Every answer is at hand (nothing is awaited); `undefined` means "not known
 * here" and makes the result unknown, so that it can be left to someone who knows.
 */
export interface ValueSource {
  /** The record a variable stands for ('document', 'line', 'user'); null when there is none. */
  readonly row: (variable: string) => RowValue | null | undefined;
  /** The value of a variable that is a single value ('now', a parameter). */
  readonly value: (variable: string) => Value | undefined;
  /** A field of another record, by the path of its object and its id. */
  readonly field: (path: string, id: string, name: string) => Value | undefined;
  /** The lines of a section of another record. */
  readonly lines?: (path: string, id: string, name: string) => readonly Readonly<Record<string, Value>>[] | undefined;
  /** What a register answers; null when there is no such record. */
  readonly register: (reading: RegisterReading) => Readonly<Record<string, Value>> | null | undefined;
  readonly constant: (path: string) => Value | undefined;
  readonly option: (path: string) => boolean | undefined;
  /** Ids of the object's records that the user was granted. */
  readonly allowed: (path: string) => Iterable<string> | undefined;
}

/** One question to a register. */
export interface RegisterReading {
  readonly name: 'balance' | 'latest' | 'earliest';
  readonly register: string;
  readonly dimensions: Readonly<Record<string, Value>>;
  /** Civil time; null when no moment was asked for. */
  readonly at: Value;
}
