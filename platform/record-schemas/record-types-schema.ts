import type { Attribute } from '../capabilities/attribute.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Configuration } from '../packages/configuration.ts';
import { type Language, type Text, textIn } from '../text.ts';
import type { DataType, Storage } from '../types/data-type.ts';
import type { JsonSchema } from './json-schema.ts';
import { recordAttributes } from './record-schema.ts';

/**
 * One schema that describes every record of a package as it is read: the source of TypeScript types for scripts, tests
 * and API clients. Its root maps object paths to records; titles and descriptions become docstrings.
 * Throws when the configuration has no such package.
 */
export function recordTypesSchema(
  configuration: Configuration,
  packageName: string,
  language: Language = 'en',
): JsonSchema {
  if (!configuration.packages.some(({ name }) => name === packageName)) {
    throw new Error(`There is no package ${packageName} in the configuration.`);
  }
  const objects = Object.values(configuration.objects).filter(object => object.package === packageName);
  const holders = objects.filter(object => object.entity !== undefined || object.register !== undefined);
  const enumerations = Object.values(configuration.objects).filter(object => object.enumeration !== undefined);
  const context: Context = { language, packageName, configuration };
  return {
    title: `${packageName}Records`,
    description: `Records of the package ${packageName} by metadata path.`,
    ...record(Object.fromEntries(holders.map(object => [object.path, definition(object.name)]))),
    definitions: {
      ...valueDefinitions,
      ...Object.fromEntries(holders.flatMap(object => holderDefinitions(object, context))),
      ...Object.fromEntries(
        enumerations.filter(isUsedIn(holders)).map(object => enumerationDefinition(object, context)),
      ),
    },
  };
}

interface Context {
  readonly configuration: Configuration;
  readonly packageName: string;
  readonly language: Language;
}

function isUsedIn(holders: readonly MetadataObject[]): (enumeration: MetadataObject) => boolean {
  const sections = holders.flatMap(({ entity }) => entity?.sections ?? []);
  const attributes = [...holders.flatMap(recordAttributes), ...sections.flatMap(section => section.attributes)];
  const targets = new Set(attributes.flatMap(({ type }) => type.targets ?? []));
  return enumeration => targets.has(enumeration.path);
}

function holderDefinitions(object: MetadataObject, context: Context): [string, JsonSchema][] {
  const sections = object.entity?.sections ?? [];
  const identified = object.entity === undefined ? {} : { id: definition('RecordId'), version: { type: 'integer' } };
  const lines = sections.map(({ name }) => [name, { type: 'array', items: definition(sectionName(object, name)) }]);
  return [
    [
      object.name,
      {
        ...docstring(object.title, object.description, context.language),
        ...record({ ...identified, ...properties(recordAttributes(object), context), ...Object.fromEntries(lines) }),
      },
    ],
    ...sections.map((section): [string, JsonSchema] => [
      sectionName(object, section.name),
      {
        ...docstring(section.title, section.description, context.language),
        ...record(properties(section.attributes, context)),
      },
    ]),
  ];
}

function sectionName(object: MetadataObject, section: string): string {
  return `${object.name}${section.charAt(0).toUpperCase()}${section.slice(1)}Line`;
}

function enumerationDefinition(object: MetadataObject, { language, ...context }: Context): [string, JsonSchema] {
  const values = object.enumeration?.values ?? [];
  const meanings = values.map(value => `- ${value.name}: ${textIn(value.title, language)}`);
  return [
    enumerationName(object.path, context),
    {
      description: [textIn(object.title, language), ...meanings].join('\n'),
      type: 'string',
      enum: values.map(({ name }) => name),
    },
  ];
}

/** Enumerations of other packages keep their package in the name, as two packages may use one word. */
function enumerationName(path: string, { configuration, packageName }: Omit<Context, 'language'>): string {
  const object = configuration.objects[path];
  if (object === undefined) throw new Error(`There is no enumeration ${path} in the configuration.`);
  return object.package === packageName ? object.name : `${object.package}${object.name}`;
}

function properties(attributes: readonly Attribute[], context: Context): Record<string, JsonSchema> {
  return Object.fromEntries(
    attributes.map(attribute => {
      const value = byStorage[attribute.type.storage](attribute.type, context);
      const type = attribute.required ? { allOf: [value] } : { anyOf: [value, { type: 'null' }] };
      return [attribute.name, { ...docstring(attribute.title, attribute.description, context.language), ...type }];
    }),
  );
}

const byStorage: Readonly<Record<Storage, (type: DataType, context: Context) => JsonSchema>> = {
  text: () => ({ type: 'string' }),
  decimal: () => definition('Decimal'),
  boolean: () => ({ type: 'boolean' }),
  date: () => definition('CivilDate'),
  dateTime: () => definition('CivilDateTime'),
  month: () => definition('CivilMonth'),
  reference: () => definition('RecordId'),
  file: () => definition('FileId'),
  composite: ({ targets = [] }) => ({
    anyOf: targets.map(path => record({ type: { type: 'string', const: path }, id: definition('RecordId') })),
  }),
  enumeration: ({ targets = [] }, context) => ({
    anyOf: targets.map(path => definition(enumerationName(path, context))),
  }),
};

const valueDefinitions: Readonly<Record<string, JsonSchema>> = {
  Decimal: { description: "A decimal number as text, never a float: '12.50'.", type: 'string' },
  CivilDate: { description: "A day: '2026-01-31'.", type: 'string' },
  CivilDateTime: { description: "A moment in the civil time of the infobase: '2026-01-31T10:00:00'.", type: 'string' },
  CivilMonth: { description: "A month: '2026-01'.", type: 'string' },
  RecordId: { description: 'The permanent id of a record (a UUID).', type: 'string' },
  FileId: { description: 'The id of a stored file (a UUID).', type: 'string' },
};

function definition(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

function record(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function docstring(title: Text, description: Text | undefined, language: Language): JsonSchema {
  const texts = [textIn(title, language), textIn(description, language)].filter(text => text !== '');
  return { description: texts.join('\n\n') };
}
