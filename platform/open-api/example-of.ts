import type { JsonSchema } from '../record-schemas/json-schema.ts';

/** A value that the schema accepts and a reader recognises: a whole record with one line in each section. */
export function exampleOf(schema: JsonSchema): unknown {
  const { enum: choices, examples, properties, items, format } = schema;
  if (Array.isArray(choices)) return choices[0];
  if (Array.isArray(examples)) return examples[0];
  if (isSchema(properties)) return exampleObject(properties);
  if (isSchema(items)) return [exampleOf(items)];
  if (format === 'uuid') return exampleId;
  return exampleByType[[schema.type].flat().map(String)[0] ?? ''] ?? null;
}

/** A version 7 UUID as the server makes them. */
const exampleId = '019b1c6e-4a00-7c3e-9d5f-2f6a1b3c4d5e';

const exampleByType: Readonly<Record<string, unknown>> = { string: 'text', integer: 1, boolean: true };

function exampleObject(properties: JsonSchema): Record<string, unknown> {
  const entries = Object.entries(properties).flatMap(([name, schema]) =>
    isSchema(schema) ? [[name, exampleOf(schema)] as const] : [],
  );
  return Object.fromEntries(entries);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
