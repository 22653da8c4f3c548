import type { Attribute } from '../capabilities/attribute.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Configuration } from '../packages/configuration.ts';
import { type Language, textIn } from '../text.ts';
import type { JsonSchema } from './json-schema.ts';
import { recordLimits } from './limits.ts';
import { nullableValueSchema } from './value-schema.ts';

/** Attributes of the object's own records in order: an entity's attributes, or all columns of a register. */
export function recordAttributes(object: MetadataObject): readonly Attribute[] {
  if (object.entity !== undefined) return object.entity.attributes;
  const { dimensions = [], resources = [], attributes = [] } = object.register ?? {};
  return [...dimensions, ...resources, ...attributes];
}

/** Whether a client may send a value for the attribute at all. */
export function isWritable(attribute: Attribute): boolean {
  return !attribute.readOnly && attribute.formula === undefined;
}

export interface SchemaOptions {
  readonly configuration: Configuration;
  /** Adds titles and descriptions from the metadata in this language. */
  readonly language?: Language;
}

/**
 * What a client sends to write a record: `RecordWrite` of the HTTP contract. Only the shape is judged here: unknown and
 * read-only keys, types, lengths, digits. Whether a required value is missing is judged when the record is written,
 * where defaults are filled and lines have numbers.
 */
export function recordWriteSchema(object: MetadataObject, options: SchemaOptions): JsonSchema {
  return closedObject({ version, ...writableParts(object, options), post: { type: 'boolean' } }, ['values']);
}

/** The `values` and `sections` that a client may send, as properties of the request bodies that carry a record. */
export function writableParts(object: MetadataObject, options: SchemaOptions): Record<string, JsonSchema> {
  const lines = (attributes: readonly Attribute[]) => ({
    type: 'array',
    maxItems: recordLimits.linesMax,
    items: closedObject(properties(attributes.filter(isWritable), options)),
  });
  const sections = object.entity?.sections ?? [];
  return {
    values: closedObject({
      ...periodOf(object),
      ...properties(recordAttributes(object).filter(isWritable), options),
    }),
    sections: closedObject(Object.fromEntries(sections.map(({ name, attributes }) => [name, lines(attributes)]))),
  };
}

/** What the server answers for one record: `RecordView`. */
export function recordViewSchema(object: MetadataObject, options: SchemaOptions): JsonSchema {
  const sections = (object.entity?.sections ?? []).map(section => [
    section.name,
    { type: 'array', items: openObject(properties(section.attributes, options)) },
  ]);
  return openObject(
    {
      id: { type: 'string', format: 'uuid' },
      version,
      presentation: { type: 'string' },
      values: openObject({ ...periodOf(object), ...properties(recordAttributes(object), options) }),
      sections: openObject(Object.fromEntries(sections)),
      shown: { type: 'object', additionalProperties: { type: 'string' } },
      changedAt: { type: 'string', format: 'date-time' },
      changedBy: { type: 'string', format: 'uuid' },
    },
    ['id', 'version', 'presentation', 'values', 'sections', 'shown', 'changedAt'],
  );
}

/** Versions count from 1; a write names the one that was read. */
export const version: JsonSchema = Object.freeze({ type: 'integer', minimum: 1, maximum: 2_147_483_647 });

/** An object that refuses keys it does not know. */
export function closedObject(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}

/** An object whose readers must expect more keys in later versions. */
export function openObject(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function periodOf(object: MetadataObject): Record<string, JsonSchema> {
  const periodicity = object.register?.information?.periodicity ?? 'none';
  return periodicity === 'none' ? {} : { period: { type: 'string', format: 'date', examples: ['2026-01-31'] } };
}

function properties(attributes: readonly Attribute[], options: SchemaOptions): Record<string, JsonSchema> {
  return Object.fromEntries(attributes.map(attribute => [attribute.name, attributeSchema(attribute, options)]));
}

/** Null stands for "no value" everywhere. */
export function attributeSchema(attribute: Attribute, { configuration, language }: SchemaOptions): JsonSchema {
  const schema = nullableValueSchema(configuration, attribute.type);
  if (language === undefined) return schema;
  const description = textIn(attribute.description, language);
  return { title: textIn(attribute.title, language), ...(description === '' ? {} : { description }), ...schema };
}
