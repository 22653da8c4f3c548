import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { SourcePlace } from '../problems/problem.ts';
import type { ExpressionType } from './expression.ts';

/** How the checker reads the metadata: it needs no whole configuration, so that one can be checked while it is assembled. */
export interface MetadataLookup {
  /** An object by the name an expression uses: `Stock` in its own package, or `regulatory.Counterparty`. */
  readonly resolve: (name: string, fromPackage: string) => MetadataObject | undefined;
  /** An object by its full path. */
  readonly object: (path: string) => MetadataObject | undefined;
  /** Names that `resolve` would find from a package; only for "did you mean". */
  readonly names?: (fromPackage: string) => Iterable<string>;
}

/** What an expression may see and what it must be. */
export interface Scope {
  readonly variables: Readonly<Record<string, ExpressionType>>;
  /** Name of the package the expression is written in. */
  readonly package: string;
  readonly lookup: MetadataLookup;
  /** The type its value must fit; absent when any value will do. */
  readonly expected?: ExpressionType;
  /** Metadata path of what the expression belongs to, for problems. */
  readonly path: string;
  /** Where the text of the expression begins in its source file. */
  readonly place?: SourcePlace;
}
