import type { DefineContext } from '../capabilities/define-context.ts';
import type { Text } from '../text.ts';
import type { MetadataObject, Operation } from './metadata-object.ts';

/** A JSON Schema by which sources are judged; its `$id` is the address editors know it by. */
export interface SourceSchema {
  readonly $id: string;
}

/** What one kind of metadata answers. A new kind is one file and one line in kinds.ts. */
export interface Kind {
  readonly name: string;
  /** Folder of a package that holds its objects. */
  readonly folder: string;
  /** JSON Schema of its files, one of platform/schemas. */
  readonly schema: SourceSchema;
  /** Singular and plural, as users read them. */
  readonly title: Text;
  readonly listTitle: Text;
  /** Operations that roles may grant on its objects. */
  readonly operations: readonly Operation[];
  /** Name of the value type of attributes that name an object of this kind; absent when none can. */
  readonly valueType?: string;
  /** Reads a source that its schema has found right. */
  readonly define: (source: unknown, context: DefineContext) => MetadataObject;
}

/** A kind whose `define` takes the source type that its schema describes. */
export function kind<Source>(
  answers: Omit<Kind, 'define'> & { readonly define: (source: Source, context: DefineContext) => MetadataObject },
): Kind {
  // The schema named in the answers has checked the source before, and its type is made from that same schema.
  return Object.freeze({
    ...answers,
    define: (source: unknown, context: DefineContext) => answers.define(source as Source, context),
  });
}
