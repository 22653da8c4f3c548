/** A JSON Schema (draft 2020-12, the part that ajv and OpenAPI 3.1 share) as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}
