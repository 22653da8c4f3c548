/** The door of the platform: what a configuration can say. Nothing else in this folder is imported from outside. */

export type { Attribute, Check } from './capabilities/attribute.ts';
export type { Entity, FillFrom, Hierarchy, PredefinedItem } from './capabilities/entity.ts';
export type { Numbering } from './capabilities/numbering.ts';
export type { Posting, PostingRule } from './capabilities/posting.ts';
export type { Accumulation, Constraint, Information, Register } from './capabilities/register.ts';
export type { Section } from './capabilities/section.ts';
export { checkConfiguration } from './checks/checks.ts';
export type { CheckContext, ConfigurationCheck } from './checks/configuration-check.ts';
export type { Added, Altered, Change, Element, Part, Removed, Renamed, Retyped } from './diff/change.ts';
export { diff } from './diff/diff.ts';
export { checkExpression } from './expressions/check-expression.ts';
export type * from './expressions/expression.ts';
export { rowType, userType, valueType } from './expressions/expression-type.ts';
export type { MetadataLookup, Scope } from './expressions/scope.ts';
export type {
  EnumerationValue,
  FunctionalOption,
  MetadataObject,
  Operation,
  Role,
  Subsystem,
  SystemRight,
} from './kinds/metadata-object.ts';
export { type OpenApiDocument, type OpenApiOptions, openApi } from './open-api/open-api.ts';
export type { Configuration, Package } from './packages/configuration.ts';
export { catalogue, entryOf, type ProblemCode } from './problems/catalogue.ts';
export { closest, didYouMean } from './problems/closest.ts';
export { type Problem, ProblemError, type ProblemParameter, type SourcePlace } from './problems/problem.ts';
export { recordFormats } from './record-schemas/formats.ts';
export type { JsonSchema } from './record-schemas/json-schema.ts';
export { recordLimits } from './record-schemas/limits.ts';
export { isWritable, recordAttributes, recordViewSchema, recordWriteSchema } from './record-schemas/record-schema.ts';
export { recordTypesSchema } from './record-schemas/record-types-schema.ts';
export {
  type ObjectBody,
  objectBodySchema,
  type PlainBody,
  plainBodySchema,
} from './record-schemas/request-schemas.ts';
export { type Language, languages, type Text, textIn } from './text.ts';
export type { DataType, Storage } from './types/data-type.ts';
