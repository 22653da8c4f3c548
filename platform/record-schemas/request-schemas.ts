import type { MetadataObject } from '../kinds/metadata-object.ts';
import { languages } from '../text.ts';
import type { JsonSchema } from './json-schema.ts';
import { recordLimits } from './limits.ts';
import {
  attributeSchema,
  closedObject,
  recordWriteSchema,
  type SchemaOptions,
  version,
  writableParts,
} from './record-schema.ts';
import { identity } from './value-schema.ts';

/** Bodies that concern one object of the configuration. */
export type ObjectBody = 'record' | 'draft' | 'preview' | 'constant';
/** Bodies that are the same whatever the object. */
export type PlainBody =
  | 'signIn'
  | 'firstAdministrator'
  | 'sessionChange'
  | 'passwordChange'
  | 'recordIds'
  | 'version'
  | 'option'
  | 'closedPeriod'
  | 'user'
  | 'job';

/**
 * The JSON Schema of a request body that concerns an object (`record`: RecordWrite, `draft`: DraftRequest, `preview`:
 * RecordWrite & {id?}, `constant`: {value}). Throws when the object does not exist or has no such body.
 */
export function objectBodySchema(body: ObjectBody, path: string, options: SchemaOptions): JsonSchema {
  return objectBodies[body](path, options);
}

const objectBodies: Readonly<Record<ObjectBody, (path: string, options: SchemaOptions) => JsonSchema>> = {
  record: (path, options) => recordWriteSchema(objectOf(options, path), options),
  draft: (path, options) =>
    closedObject({
      version,
      ...writableParts(objectOf(options, path), options),
      post: { type: 'boolean' },
      copyOf: identity,
      basis: reference(entityPaths(options)),
    }),
  preview: (path, options) =>
    closedObject(
      { id: identity, version, ...writableParts(objectOf(options, path), options), post: { type: 'boolean' } },
      ['values'],
    ),
  constant: (path, options) => {
    const { constant } = objectOf(options, path);
    if (constant === undefined) throw new Error(`${path} is no constant, so it has no value to set.`);
    return closedObject({ value: attributeSchema(constant, options) }, ['value']);
  },
};

/** The JSON Schema of a request body that does not depend on one object, as the HTTP contract names it. */
export function plainBodySchema(body: PlainBody, options: SchemaOptions): JsonSchema {
  return plainBodies[body](options);
}

const login: JsonSchema = { type: 'string', minLength: 1, maxLength: 100, pattern: '^[^\\u0000]+$' };
const personName: JsonSchema = { type: 'string', minLength: 1, maxLength: 150, pattern: '^[^\\u0000]+$' };
const language: JsonSchema = { type: 'string', enum: [...languages] };
const password: JsonSchema = { type: 'string', minLength: 1, maxLength: 1000 };

const plainBodies: Readonly<Record<PlainBody, (options: SchemaOptions) => JsonSchema>> = {
  signIn: () => closedObject({ login, password }, ['login', 'password']),
  firstAdministrator: () =>
    closedObject(
      { token: { type: 'string', minLength: 1, maxLength: 200 }, login, name: personName, language, password },
      ['token', 'login', 'name', 'language', 'password'],
    ),
  sessionChange: () => closedObject({ language }, ['language']),
  passwordChange: () => closedObject({ current: password, password }, ['current', 'password']),
  recordIds: () =>
    closedObject(
      {
        ids: {
          type: 'array',
          items: identity,
          minItems: 1,
          maxItems: recordLimits.deletedRecordsMax,
          uniqueItems: true,
        },
      },
      ['ids'],
    ),
  version: () => closedObject({ version }, ['version']),
  option: () => closedObject({ on: { type: 'boolean' } }, ['on']),
  closedPeriod: () => closedObject({ closedPeriod: { type: ['string', 'null'], format: 'date' } }, ['closedPeriod']),
  user: userSchema,
  job: jobSchema,
};

function userSchema(options: SchemaOptions): JsonSchema {
  const roles = pathsOf(options, object => object.role !== undefined);
  const allowed = { type: 'array', items: identity, uniqueItems: true, maxItems: recordLimits.allowedRecordsMax };
  return closedObject(
    {
      login,
      name: personName,
      language,
      roles: { type: 'array', items: oneOf(roles), uniqueItems: true },
      disabled: { type: 'boolean' },
      allowed: closedObject(Object.fromEntries(entityPaths(options).map(path => [path, allowed]))),
      password,
    },
    ['login', 'name', 'language', 'roles', 'disabled', 'allowed'],
  );
}

function jobSchema(options: SchemaOptions): JsonSchema {
  const date: JsonSchema = { type: 'string', format: 'date' };
  const path = oneOf(pathsOf(options, object => object.posting !== undefined));
  const ids = { type: 'array', items: identity, minItems: 1, maxItems: recordLimits.recordIdsMax };
  const parameters = closedObject({ path, from: date, to: date, ids }, ['path']);
  return closedObject({ kind: { type: 'string', const: 'repost' }, parameters }, ['kind', 'parameters']);
}

function reference(paths: readonly string[]): JsonSchema {
  return closedObject({ type: oneOf(paths), id: identity }, ['type', 'id']);
}

/** One of these names; where there is none to choose from, nothing fits. */
function oneOf(names: readonly string[]): JsonSchema {
  return names.length === 0 ? { not: {} } : { type: 'string', enum: names };
}

function entityPaths(options: SchemaOptions): string[] {
  return pathsOf(options, object => object.entity !== undefined);
}

function pathsOf({ configuration }: SchemaOptions, wanted: (object: MetadataObject) => boolean): string[] {
  return Object.values(configuration.objects)
    .filter(wanted)
    .map(object => object.path);
}

function objectOf({ configuration }: SchemaOptions, path: string): MetadataObject {
  const object = configuration.objects[path];
  if (object === undefined) throw new Error(`There is no object ${path} in the configuration.`);
  return object;
}
