import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Configuration, type Problem, ProblemError, type ProblemParameter, recordFormats } from '#platform';
import type { BodyRule } from './route.ts';

/** Checks bodies against the schemas of one configuration. */
export type BodyValidator = (rule: BodyRule<unknown>, path: string, body: unknown) => void;

/** One validator per configuration, forgotten together with it. */
export function bodyValidators(): (configuration: Configuration) => BodyValidator {
  const validators = new WeakMap<Configuration, BodyValidator>();
  return configuration => {
    const validator = validators.get(configuration) ?? bodyValidator(configuration);
    validators.set(configuration, validator);
    return validator;
  };
}

/** A validator that compiles each schema of the configuration once, when it is first needed. */
function bodyValidator(configuration: Configuration): BodyValidator {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    ownProperties: true,
    verbose: true,
    formats: recordFormats,
  });
  const compiled = new Map<string, ValidateFunction>();
  return (rule, path, body) => {
    const key = rule.key(path);
    const validate = compiled.get(key) ?? ajv.compile(rule.schema(configuration, path));
    compiled.set(key, validate);
    if (validate(body)) return;
    throw new ProblemError(mostTelling(validate.errors ?? []).map(problemFrom));
  };
}

/** A failed alternative reports each branch and itself; the branches say more. */
function mostTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const telling = errors.filter(error => !['anyOf', 'oneOf', 'if', 'allOf'].includes(error.keyword));
  return (telling.length > 0 ? telling : errors).slice(0, 100);
}

function problemFrom(error: ErrorObject): Problem {
  const place = error.instancePath === '' ? 'body' : error.instancePath.slice(1).replaceAll('/', '.');
  const line = /^\/sections\/([^/]+)\/(\d+)/.exec(error.instancePath);
  return {
    code: 'body-invalid',
    ...(line?.[1] === undefined ? {} : { section: line[1], line: Number(line[2]) + 1 }),
    parameters: { place, expected: expectation(error), found: shown(error) },
  };
}

function expectation(error: ErrorObject): ProblemParameter {
  const name = error.params;
  switch (error.keyword) {
    case 'additionalProperties':
      return {
        en: `there is no field «${name['additionalProperty']}» here`,
        ru: `здесь нет поля «${name['additionalProperty']}»`,
      };
    case 'required':
      return { en: `the field «${name['missingProperty']}» is needed`, ru: `нужно поле «${name['missingProperty']}»` };
    case 'type':
      return { en: `must be of the JSON type ${name['type']}`, ru: `должно иметь тип JSON ${name['type']}` };
    case 'enum':
      return {
        en: `must be one of ${list(name['allowedValues'])}`,
        ru: `допустимы значения ${list(name['allowedValues'])}`,
      };
    case 'maxLength':
      return { en: `must have at most ${name['limit']} characters`, ru: `не более ${name['limit']} символов` };
    case 'maxItems':
      return { en: `must have at most ${name['limit']} lines`, ru: `не более ${name['limit']} строк` };
    case 'format':
      return { en: `must be a proper ${name['format']}`, ru: `должно быть корректным значением «${name['format']}»` };
    case 'pattern':
      return { en: `must look like ${name['pattern']}`, ru: `должно иметь вид ${name['pattern']}` };
    default:
      return { en: error.message ?? error.keyword, ru: `не выполнено условие «${error.keyword}»` };
  }
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.slice(0, 20).join(', ') : String(values);
}

function shown(error: ErrorObject): string {
  if (error.keyword === 'additionalProperties') return String(error.params['additionalProperty']);
  const value = JSON.stringify(error.data) ?? 'nothing';
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
