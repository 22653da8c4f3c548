import type { PostingRule } from '../capabilities/posting.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Configuration } from '../packages/configuration.ts';

/** Every posting rule with the document it belongs to. */
export function postingRules(
  configuration: Configuration,
): { readonly document: MetadataObject; readonly rule: PostingRule }[] {
  return Object.values(configuration.objects).flatMap(document =>
    (document.posting?.rules ?? []).map(rule => ({ document, rule })),
  );
}
