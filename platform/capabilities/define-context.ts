import type { Expression, ExpressionType } from '../expressions/expression.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import type { Problem } from '../problems/problem.ts';
import type { AttributeSource, ExpressionSource, TypeSource } from '../schemas/sources.ts';
import type { Text } from '../text.ts';
import type { DataType } from '../types/data-type.ts';
import type { TypeParameters } from '../types/value-type.ts';

/** Keys and indexes on the way from the top of the object's file to what is meant. */
export type At = readonly (string | number)[];

/**
 * What a kind may ask while it defines an object. Every answer that cannot be given is reported as a problem by the
 * context, and the kind leaves that part out.
 *
 * Objects are defined twice. The first time only their shapes come about: names, titles, types. The second time
 * `shape` answers and expressions are checked against all shapes, because they may name what is defined later.
 */
export interface DefineContext {
  readonly package: string;
  readonly name: string;
  /** Metadata path of the object. */
  readonly path: string;
  /** The permanent id of a part; also notes where the part is written. */
  readonly id: (path: string, at: At, form?: IdForm) => string;
  /** The title given, else the package's word for the name, else the name made readable. */
  readonly title: (name: string, own: Text | undefined) => Text;
  readonly type: (source: TypeDeclaration, at: At) => DataType | undefined;
  /** The path of the object that is named, if it is there, may be named from this package, and suits. */
  readonly reference: (name: string, at: At, wanted?: Wanted) => string | undefined;
  /** The shape of an object by path; undefined while shapes are being made. */
  readonly shape: (path: string) => MetadataObject | undefined;
  /** Shapes of every object this package may name, in order. */
  readonly visible: () => readonly MetadataObject[];
  readonly expression: (source: ExpressionSource | undefined, at: At, scope: ExpressionScope) => Expression | undefined;
  /** Whether a name names something that is wrong itself, so that nothing can be said of what uses it. */
  readonly isUnjudged: (name: string) => boolean;
  readonly report: (code: ProblemCode, at: At, parameters: Problem['parameters']) => void;
}

/** Objects, attributes and rules have short ids; predefined items are records and have UUIDs. */
export type IdForm = 'short' | 'uuid';

export type TypeDeclaration = { readonly type: TypeSource } & Omit<TypeParameters, 'targets'>;

/** What an object must be to stand in a place: the test, and the words for a problem. */
export interface Wanted {
  readonly title: Text;
  readonly suits: (object: MetadataObject) => boolean;
}

/** What the expression may name, and what it must give. */
export interface ExpressionScope {
  /** Metadata path of what the expression belongs to. */
  readonly path: string;
  readonly variables: Readonly<Record<string, ExpressionType>>;
  readonly expected?: ExpressionType;
}

export type LongAttributeSource = Exclude<AttributeSource, string | readonly unknown[]>;
