import { defineAttributes } from '../capabilities/define-attributes.ts';
import type { DefineContext } from '../capabilities/define-context.ts';
import { rowType } from '../expressions/expression-type.ts';
import type { AttributesSource } from '../schemas/sources.ts';

interface PartsSource {
  readonly dimensions?: AttributesSource;
  readonly resources?: AttributesSource;
  readonly attributes?: AttributesSource;
}

/** Dimensions, resources and attributes, as registers of every kind have them; their expressions see the `record`. */
export function registerParts(context: DefineContext, source: PartsSource) {
  const parts = (key: keyof PartsSource) =>
    defineAttributes(context, source[key], {
      path: context.path,
      at: [key],
      variables: { record: rowType(context.path) },
    });
  return {
    subject: 'record',
    dimensions: parts('dimensions'),
    resources: parts('resources'),
    attributes: parts('attributes'),
  } as const;
}
