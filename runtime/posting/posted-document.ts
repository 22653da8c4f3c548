import type { Configuration, MetadataObject, PostingRule } from '#platform';
import { type RegisterLayout, registerLayout } from '../registers/register-layout.ts';

/** A document type that can be posted, with the registers it writes to in the order they are locked in. */
export interface PostedDocument {
  readonly configuration: Configuration;
  readonly document: MetadataObject;
  readonly registers: readonly WrittenRegister[];
}

export interface WrittenRegister {
  readonly layout: RegisterLayout;
  readonly rules: readonly PostingRule[];
}

/** How a document type is posted; undefined when it is not. */
export function postedDocument(configuration: Configuration, document: MetadataObject): PostedDocument | undefined {
  if (document.posting === undefined || document.entity === undefined) return undefined;
  const byRegister = Map.groupBy(document.posting.rules, rule => rule.register);
  const registers = [...byRegister.keys()].sort().map(path => {
    const object = configuration.objects[path];
    if (object === undefined) throw new Error(`${document.path} posts into ${path}, which does not exist.`);
    return { layout: registerLayout(object), rules: byRegister.get(path) ?? [] };
  });
  return { configuration, document, registers };
}
