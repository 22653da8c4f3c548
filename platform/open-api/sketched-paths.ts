import type { Operation } from '../kinds/metadata-object.ts';
import type { Configuration } from '../packages/configuration.ts';
import type { JsonSchema } from '../record-schemas/json-schema.ts';
import type { Language } from '../text.ts';
import { type OperationSketch, queryParameter } from './operation.ts';

/** Address → method → what it does; undefined where the reader may not do it. */
export type SketchedPaths = Readonly<Record<string, Readonly<Record<string, OperationSketch | undefined>>>>;

/** For whom a document is made. */
export interface OpenApiContext {
  readonly configuration: Configuration;
  readonly language: Language;
  /** Whether the reader may try this operation on this object. */
  readonly visible: (path: string, operation: Operation) => boolean;
}

/** The parameters that every list shares. */
export function listParameters({ language }: OpenApiContext): JsonSchema[] {
  const text = (name: string) => queryParameter(name, { type: 'string' }, language);
  return [
    text('filter'),
    text('search'),
    text('order'),
    text('after'),
    queryParameter('limit', { type: 'integer', minimum: 1, maximum: 1000 }, language),
    text('fields'),
    queryParameter('count', { type: 'boolean' }, language),
    queryParameter('marked', { type: 'boolean' }, language),
  ];
}
