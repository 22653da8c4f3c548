import type { At } from '../capabilities/define-context.ts';
import type { MetadataLookup } from '../expressions/scope.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Problem } from '../problems/problem.ts';
import { type AssemblyIndex, findObject, visibleNames } from './assembly-index.ts';
import type { IdSource } from './permanent-ids.ts';
import type { SourceDocument } from './read-yaml.ts';

/** What the definitions of all objects share and add to. */
export interface Assembly {
  readonly index: AssemblyIndex;
  readonly idOf: IdSource;
  /** Shapes of objects by path; empty while the shapes themselves are made. */
  readonly shapes: ReadonlyMap<string, MetadataObject>;
  readonly problems: Problem[];
  /** Where each part is written, by metadata path. */
  readonly places: Map<string, { readonly file: SourceDocument; readonly at: At }>;
  /** Names that say nothing because what they name is wrong: expressions with them cannot be judged. */
  readonly unjudged: Set<string>;
}

/** How expressions find objects: by the names their package may use, among the shapes. */
export function lookupOf({ index, shapes }: Assembly): MetadataLookup {
  return {
    object: path => shapes.get(path),
    resolve: (name, fromPackage) => {
      const found = findObject(index, name, fromPackage);
      return found === undefined ? undefined : shapes.get(found.path);
    },
    names: fromPackage => visibleNames(index, fromPackage),
  };
}
