import type { JsonSchema } from '../record-schemas/json-schema.ts';
import { type Language, type Text, textIn } from '../text.ts';
import { type OperationText, operationTexts, type ParameterText, parameterTexts } from './operation-texts.ts';

/** The paths of an OpenAPI document: address → method → operation. */
export type Paths = Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;

/** One operation in our words; `describeOperation` puts it in those of OpenAPI. */
export interface OperationSketch {
  readonly does: OperationText;
  /** Unique suffix of the operation's id, and the section of the reader it is shown in. */
  readonly on: string;
  readonly title?: Text;
  readonly description?: Text | undefined;
  readonly parameters?: readonly JsonSchema[];
  readonly body?: JsonSchema;
  readonly answer?: JsonSchema;
  readonly status?: '200' | '201' | '202' | '204';
  /** Content type of body or answer where it is not JSON. */
  readonly bodyType?: string;
  readonly answerTypes?: readonly string[];
  /** Writes accept the header that makes a retry harmless. */
  readonly writes?: boolean;
}

/** The operation as an OpenAPI 3.1 operation object in the given language. */
export function describeOperation(sketch: OperationSketch, language: Language): JsonSchema {
  const { does, on, title, description, body, bodyType = 'application/json' } = sketch;
  const key = sketch.writes === true ? [idempotencyKey(language)] : [];
  return {
    operationId: `${does}.${on}`,
    summary: textIn(operationTexts[does], language).replace('{title}', textIn(title, language)),
    ...(description === undefined ? {} : { description: textIn(description, language) }),
    tags: [on],
    parameters: [...key, ...(sketch.parameters ?? [])],
    ...(body === undefined ? {} : { requestBody: { required: true, content: { [bodyType]: { schema: body } } } }),
    responses: { [sketch.status ?? '200']: answerOf(sketch), default: { $ref: '#/components/responses/Problem' } },
  };
}

function answerOf({ answer, answerTypes = ['application/json'] }: OperationSketch): JsonSchema {
  if (answer === undefined) return { description: 'Done' };
  return { description: 'Answer', content: Object.fromEntries(answerTypes.map(type => [type, { schema: answer }])) };
}

function idempotencyKey(language: Language): JsonSchema {
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: textIn(parameterTexts.idempotencyKey, language),
    schema: { type: 'string', maxLength: 200 },
  };
}

/** A parameter of the query string. */
export function queryParameter(name: string, schema: JsonSchema, language: Language): JsonSchema {
  const text: Text | undefined = Object.hasOwn(parameterTexts, name)
    ? parameterTexts[name as ParameterText]
    : undefined;
  return {
    name,
    in: 'query',
    required: false,
    ...(text === undefined ? {} : { description: textIn(text, language) }),
    schema,
  };
}

/** A part of the address. */
export function pathParameter(name: string, schema: JsonSchema): JsonSchema {
  return { name, in: 'path', required: true, schema };
}

/** A schema, response or example of the document's own components. */
export function component(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}
