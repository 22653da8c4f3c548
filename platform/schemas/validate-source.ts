import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Kind } from '../kinds/kind.ts';
import { sourcePath } from '../metadata-path.ts';
import type { ProblemCode } from '../problems/catalogue.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Problem, ProblemParameter, SourcePlace } from '../problems/problem.ts';
import type { Text } from '../text.ts';
import definitions from './definitions.schema.json' with { type: 'json' };

type SourceSchema = Kind['schema'];

/** A source as the validation needs it: its value, and where each part of it stands. */
export interface ValidatedSource {
  readonly value: unknown;
  readonly placeOf: (path: readonly (string | number)[]) => SourcePlace;
  readonly placeOfKey: (path: readonly (string | number)[]) => SourcePlace;
}

/** Everything in a source that its schema does not allow. `path` is the metadata path of the whole source. */
export function validateSource(schema: SourceSchema, source: ValidatedSource, path: string): Problem[] {
  const validate = validatorOf(schema);
  if (validate(source.value)) return [];
  return withNames(validate.errors ?? []).map(error => {
    const reading = readings[error.keyword] ?? anyReading;
    return problemOf(reading(error), error.instancePath, { source, path });
  });
}

/** Made when the first source is judged. Shared definitions are compiled once and called, which is ten times quicker to make than inlined ones. */
let ajv: Ajv | undefined;

/** The validator of a schema; Ajv keeps those it has compiled by their `$id`. */
function validatorOf(schema: SourceSchema): ValidateFunction {
  ajv ??= new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    inlineRefs: false,
    code: { optimize: false },
  }).addSchema(definitions);
  return ajv.getSchema(schema.$id) ?? ajv.compile(schema);
}

/** What an error means. `key` is the key within the value that is concerned; the place is then the key's own. */
interface Finding {
  readonly code: ProblemCode;
  readonly key?: string;
  readonly parameters: Readonly<Record<string, ProblemParameter>>;
}

type Reading = (error: ErrorObject) => Finding;

function problemOf(
  finding: Finding,
  pointer: string,
  { source, path }: { readonly source: ValidatedSource; readonly path: string },
): Problem {
  const at = stepsOf(pointer);
  const place = finding.key === undefined ? source.placeOf(at) : source.placeOfKey([...at, finding.key]);
  const concerned = sourcePath(path, finding.key === undefined ? at : [...at, finding.key]);
  return { code: finding.code, path: concerned, place, parameters: finding.parameters };
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * A wrong key is reported twice: as an error of a text that does not say it is a key, and as a key that does not say
 * what is wrong with it. Here the two become one.
 */
function withNames(errors: readonly ErrorObject[]): ErrorObject[] {
  const names = new Map(
    errors.filter(isNameError).map(error => [`${error.instancePath} ${error.params['propertyName']}`, error]),
  );
  return errors
    .filter(error => !isNameError(error))
    .map(error => {
      const name = names.get(`${error.instancePath} ${error.data}`);
      return name === undefined ? error : { ...error, propertyName: name.params['propertyName'] };
    });
}

function isNameError(error: ErrorObject): boolean {
  return error.keyword === 'propertyNames';
}

const limit: Reading = error => {
  const { comparison = error.keyword.startsWith('max') ? '<=' : '>=', limit: bound } = error.params;
  const words = comparison === '<=' ? { en: 'at most', ru: 'не более' } : { en: 'at least', ru: 'не менее' };
  const isText = error.propertyName !== undefined || typeof error.data === 'string';
  const limit = {
    en: `${words.en} ${bound}${isText ? ' characters' : ''}`,
    ru: `${words.ru} ${bound}${isText ? ' символов' : ''}`,
  };
  const found = error.propertyName === undefined ? error.data : error.propertyName;
  const parameters = { found: typeof found === 'number' ? found : sizeOf(found), limit };
  return { code: 'source-value-limit', parameters, ...(error.propertyName && { key: error.propertyName }) };
};

/** What the keywords of JSON Schema mean to the author of a file. */
const readings: Readonly<Record<string, Reading>> = {
  additionalProperties: error =>
    unknownKey(error.params['additionalProperty'], Object.keys(error.parentSchema?.['properties'] ?? {})),
  required: error => ({ code: 'source-key-missing', parameters: { key: error.params['missingProperty'] } }),
  type: error => ({
    code: 'source-type-wrong',
    parameters: { expected: expectedTypes(error.params['type']), found: foundType(error.data) },
  }),
  enum: error => {
    const allowed: readonly string[] = error.params['allowedValues'];
    if (error.propertyName !== undefined) return unknownKey(error.propertyName, allowed);
    return unknownValue(error.data, allowed);
  },
  const: error => unknownValue(error.data, [String(error.params['allowedValue'])]),
  not: error => unknownValue(error.data, ['true']),
  pattern: error => {
    if (error.propertyName !== undefined) return wrongName(error);
    return { code: 'source-form-wrong', parameters: { found: shown(error.data), pattern: error.params['pattern'] } };
  },
  uniqueItems: ({ params }) => ({
    code: 'source-item-repeated',
    parameters: { first: params['j'] + 1, second: params['i'] + 1 },
  }),
  minimum: limit,
  maximum: limit,
  minLength: limit,
  maxLength: limit,
  minItems: limit,
  minProperties: limit,
};

const anyReading: Reading = error => ({
  code: 'source-form-wrong',
  parameters: { found: shown(error.data), pattern: error.message ?? error.keyword },
});

function unknownKey(key: string, allowed: readonly string[]): Finding {
  if (/[^\p{L}\p{N}_.*-]/u.test(key)) return { code: 'source-key-torn', key, parameters: { key } };
  return {
    code: 'source-key-unknown',
    key,
    parameters: { key, allowed: allowed.join(', '), didYouMean: didYouMean(key, allowed) },
  };
}

function unknownValue(value: unknown, allowed: readonly string[]): Finding {
  const found = shown(value);
  return {
    code: 'source-value-unknown',
    parameters: { found, allowed: allowed.join(', '), didYouMean: didYouMean(found, allowed) },
  };
}

function wrongName(error: ErrorObject): Finding {
  const found = error.propertyName ?? '';
  const pattern = String(error.params['pattern']);
  return { code: 'source-name-wrong', key: found, parameters: { found, pattern } };
}

/** Types of JSON in the words of people who never met JSON. */
const typeWords: Readonly<Record<string, Text>> = {
  string: { en: 'a text', ru: 'текст' },
  integer: { en: 'a whole number', ru: 'целое число' },
  number: { en: 'a number', ru: 'число' },
  boolean: { en: 'true or false', ru: 'true или false' },
  object: { en: 'a map of keys', ru: 'набор ключей' },
  array: { en: 'a list', ru: 'список' },
  null: { en: 'nothing', ru: 'ничего' },
};

function expectedTypes(types: string | readonly string[]): Text {
  const texts = [types].flat().map(type => typeWords[type] ?? { en: type });
  return { en: texts.map(text => text.en).join(' or '), ru: texts.map(text => text.ru ?? text.en).join(' или ') };
}

function foundType(value: unknown): Text {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const words = typeWords[type] ?? { en: type };
  return type === 'object' || type === 'array' || type === 'null' ? words : { en: shown(value), ru: shown(value) };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function sizeOf(value: unknown): string | number {
  if (typeof value === 'string') return `«${shown(value)}»`;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : shown(value);
}
