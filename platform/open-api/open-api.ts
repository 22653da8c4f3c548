import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Configuration } from '../packages/configuration.ts';
import type { JsonSchema } from '../record-schemas/json-schema.ts';
import { recordViewSchema, recordWriteSchema } from '../record-schemas/record-schema.ts';
import { objectBodySchema, type PlainBody, plainBodySchema } from '../record-schemas/request-schemas.ts';
import { textIn } from '../text.ts';
import { answerComponents } from './answer-components.ts';
import { exampleOf } from './example-of.ts';
import { component, describeOperation, type Paths } from './operation.ts';
import { idParameter, postingPaths, recordPaths } from './record-paths.ts';
import { registerPaths } from './register-paths.ts';
import type { OpenApiContext, SketchedPaths } from './sketched-paths.ts';
import { systemPaths, valuePaths } from './system-paths.ts';

export interface OpenApiOptions extends Omit<OpenApiContext, 'configuration'> {
  /** Address that all paths are below: '/api/plant'. */
  readonly server: string;
}

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: JsonSchema;
  readonly servers: readonly JsonSchema[];
  readonly security: readonly JsonSchema[];
  readonly tags: readonly JsonSchema[];
  readonly paths: Paths;
  readonly components: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
}

/**
 * The HTTP interface of an infobase as its reader sees it: every operation of every object she may try, with bodies,
 * answers and texts from the metadata, in her language.
 */
export function openApi(configuration: Configuration, options: OpenApiOptions): OpenApiDocument {
  const context: OpenApiContext = { ...options, configuration: visibleTo(configuration, options) };
  const objects = Object.values(context.configuration.objects);
  const sketched = [systemPaths(context), ...objects.map(object => pathsOf(object, context))];
  const paths: Paths = Object.fromEntries(sketched.flatMap(part => Object.entries(described(part, context))));
  return {
    openapi: '3.1.0',
    info: infoOf(context),
    servers: [{ url: options.server }],
    security: [{ session: [] }],
    tags: tagsOf(objects, paths, context),
    paths,
    components: {
      schemas: { ...answerComponents, ...requestComponents(context), ...objectComponents(objects, context) },
      responses: { Problem: problemResponse },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
    },
  };
}

/** An object of which the reader may do nothing is not there for her, by name neither. */
function visibleTo(configuration: Configuration, { visible }: OpenApiOptions): Configuration {
  const objects = Object.entries(configuration.objects).filter(
    ([path, { operations }]) => operations.length === 0 || operations.some(operation => visible(path, operation)),
  );
  return { ...configuration, objects: Object.fromEntries(objects) };
}

function pathsOf(object: MetadataObject, context: OpenApiContext): SketchedPaths {
  return {
    ...(object.entity === undefined ? {} : recordPaths(object, context)),
    ...(object.posting === undefined ? {} : postingPaths(object, context)),
    ...registerPaths(object, context),
    ...valuePaths(object, context),
  };
}

/** Leaves out what the reader may not do, and addresses of which nothing is then left. */
function described(sketched: SketchedPaths, { language }: OpenApiContext): Paths {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [address, methods] of Object.entries(sketched)) {
    for (const [method, sketch] of Object.entries(methods)) {
      if (sketch === undefined) continue;
      const parameters = [...(address.includes('{id}') ? [idParameter] : []), ...(sketch.parameters ?? [])];
      paths[address] = { ...paths[address], [method]: describeOperation({ ...sketch, parameters }, language) };
    }
  }
  return paths;
}

function infoOf({ configuration, language }: OpenApiContext): JsonSchema {
  const main = configuration.packages.at(-1);
  return { title: main === undefined ? 'Aubade' : textIn(main.title, language), version: main?.version ?? '0.0.0' };
}

/** Sections of the reader: one per object that has any operation left. */
function tagsOf(objects: readonly MetadataObject[], paths: Paths, { language }: OpenApiContext): JsonSchema[] {
  const used = new Set(
    Object.values(paths).flatMap(methods => Object.values(methods).flatMap(({ tags }) => tags as string[])),
  );
  const named = objects.filter(({ path }) => used.has(path));
  return [
    { name: 'system' },
    ...named.map(({ path, listTitle }) => ({ name: path, description: textIn(listTitle, language) })),
  ];
}

const plainComponents: Readonly<Record<string, PlainBody>> = {
  SignIn: 'signIn',
  FirstAdministrator: 'firstAdministrator',
  SessionChange: 'sessionChange',
  PasswordChange: 'passwordChange',
  RecordIds: 'recordIds',
  Version: 'version',
  Option: 'option',
  ClosedPeriod: 'closedPeriod',
  UserWrite: 'user',
  JobRequest: 'job',
};

function requestComponents(context: OpenApiContext): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(plainComponents).map(([name, body]) => [
      name,
      plainBodySchema(body, { configuration: context.configuration }),
    ]),
  );
}

function objectComponents(objects: readonly MetadataObject[], context: OpenApiContext): Record<string, JsonSchema> {
  return Object.fromEntries(objects.flatMap(object => Object.entries(componentsOf(object, context))));
}

function componentsOf(object: MetadataObject, { configuration, language }: OpenApiContext): Record<string, JsonSchema> {
  const options = { configuration, language };
  const { path } = object;
  if (object.constant !== undefined)
    return { [`${path}.write`]: withExample(objectBodySchema('constant', path, options)) };
  const independent = object.register?.writing === 'independent';
  if (object.entity === undefined && !independent) return {};
  return {
    [path]: recordViewSchema(object, options),
    [`${path}.write`]: withExample(recordWriteSchema(object, options)),
    ...(object.entity === undefined ? {} : { [`${path}.draft`]: objectBodySchema('draft', path, options) }),
    ...(object.posting === undefined ? {} : { [`${path}.preview`]: objectBodySchema('preview', path, options) }),
  };
}

function withExample(schema: JsonSchema): JsonSchema {
  return { ...schema, examples: [exampleOf(schema)] };
}

const problemResponse: JsonSchema = {
  description: 'Everything that is wrong, worded in the language of the user',
  content: {
    'application/problem+json': {
      schema: component('ProblemDocument'),
    },
  },
};
