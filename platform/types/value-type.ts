import type { ProblemCode } from '../problems/catalogue.ts';
import type { ProblemParameter } from '../problems/problem.ts';
import type { Language, Text } from '../text.ts';
import type { DataType, Storage } from './data-type.ts';

/** What a configuration may say beside the name of a type. */
export type TypeParameter = 'length' | 'precision' | 'scale';

/** The values of those parameters, and the objects a reference or an enumeration is of. */
export type TypeParameters = Readonly<Partial<Record<TypeParameter, number>>> & {
  readonly targets?: readonly string[];
};

/** A value in its JSON form, as data-type.ts lists it for each storage; null is no value of any type. */
export type JsonValue = string | boolean | { readonly type: string; readonly id: string };

/** What is wrong with a value: a code and parameters; where it stands, the caller knows. */
export interface ValueProblem {
  readonly code: ProblemCode;
  readonly parameters: Readonly<Record<string, ProblemParameter>>;
}

/** One type of value. Shared code asks these answers and never the name. */
export interface ValueType {
  readonly name: string;
  readonly title: Text;
  readonly storage: Storage;
  /** Parameters a configuration may give it. */
  readonly parameters: readonly TypeParameter[];
  /** How a configuration names it: by its own name, by one object it points to, or by a list of them. */
  readonly named: 'itself' | 'byTarget' | 'byTargets';
  /** Of a type named by a list: name of the value type that each of the objects alone would give. */
  readonly member?: string;
  /** The resolved type; parameters that are not given get their usual values. */
  readonly resolve: (parameters: TypeParameters) => DataType;
  /** What is wrong with a value in JSON form, if anything. Whether a record exists is not judged here. */
  readonly check: (value: unknown, type: DataType) => ValueProblem | undefined;
  /** Orders two values: negative when the left one comes first, zero when they are equal. */
  readonly compare: (left: JsonValue, right: JsonValue) => number;
  /** The value as people of the language read it. Records are shown by their presentation, which the caller has. */
  readonly format: (value: JsonValue, language: Language, type: DataType) => string;
}
