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
export { Decimal } from './expressions/decimal.ts';
export { evaluate } from './expressions/evaluate.ts';
export type * from './expressions/expression.ts';
export { rowType, userType, valueType } from './expressions/expression-type.ts';
export { expressionLimits } from './expressions/parse-expression.ts';
export { type ExpressionReferences, partsOf, referencesOf } from './expressions/references-of.ts';
export type { MetadataLookup, Scope } from './expressions/scope.ts';
export { type CompositeValue, fitValue, type Value } from './expressions/value.ts';
export type { RegisterReading, RowValue, ValueSource } from './expressions/value-source.ts';
export type { Kind } from './kinds/kind.ts';
export { kinds } from './kinds/kinds.ts';
export type {
  EnumerationValue,
  FunctionalOption,
  MetadataObject,
  Operation,
  Role,
  Subsystem,
  SystemRight,
} from './kinds/metadata-object.ts';
export { operationTitles, systemRightTitles } from './kinds/right-titles.ts';
export { fullPath, objectPathOf, pathCharactersMax, withinPackage } from './metadata-path.ts';
export { type OpenApiDocument, type OpenApiOptions, openApi } from './open-api/open-api.ts';
export { attributeAt, lookupIn, objectOf, sectionAt } from './packages/accessors.ts';
export { type Assembled, type AssembleOptions, assemble } from './packages/assemble.ts';
export { type AssignedIds, assignIds } from './packages/assign-ids.ts';
export type { Configuration, Package } from './packages/configuration.ts';
export type { PackageSource, SourceFile } from './packages/package-source.ts';
export { readYaml, type SourceDocument } from './packages/read-yaml.ts';
export { catalogue, entryOf, type ProblemCode } from './problems/catalogue.ts';
export { closest, didYouMean } from './problems/closest.ts';
export { describe } from './problems/describe.ts';
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
export { humanised, type Language, languages, type Text, textIn } from './text.ts';
export type { DataType, Storage } from './types/data-type.ts';
export type { JsonValue, TypeParameter, TypeParameters, ValueProblem, ValueType } from './types/value-type.ts';
export { valueTypeNamed, valueTypeOf, valueTypes } from './types/value-types.ts';
