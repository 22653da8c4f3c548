import type { Attribute } from '../capabilities/attribute.ts';
import type { FillFrom } from '../capabilities/entity.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Problem } from '../problems/problem.ts';
import { isWritable } from '../record-schemas/record-schema.ts';
import type { CheckContext, ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** "Create based on" fills attributes and sections that exist and can be filled, from sections that exist. */
export const fillFromPossible: ConfigurationCheck = ({ objects }, context) =>
  Object.values(objects).flatMap(object =>
    (object.entity?.fillFrom ?? []).flatMap(fill => [
      ...setProblems(object.path, object.entity?.attributes ?? [], fill.set, context),
      ...sectionProblems(object, fill, objects[fill.source], context),
    ]),
  );

function setProblems(
  owner: string,
  attributes: readonly Attribute[],
  set: FillFrom['set'],
  context: CheckContext,
): Problem[] {
  const names = attributes.map(({ name }) => name);
  return Object.keys(set).flatMap(found => {
    const attribute = attributes.find(({ name }) => name === found);
    if (attribute === undefined) {
      const parameters = { found, owner, suggestion: didYouMean(found, names) };
      return [problemOf(context, owner, { code: 'column-unknown', parameters })];
    }
    return isWritable(attribute)
      ? []
      : [problemOf(context, owner, { code: 'fills-read-only', parameters: { column: found } })];
  });
}

function sectionProblems(
  object: MetadataObject,
  { sections, source }: FillFrom,
  basis: MetadataObject | undefined,
  context: CheckContext,
): Problem[] {
  const own = object.entity?.sections ?? [];
  const theirs = basis?.entity?.sections.map(({ name }) => name) ?? [];
  const missing = (found: string, owner: string, names: readonly string[]) =>
    problemOf(context, object.path, {
      code: 'section-unknown',
      parameters: { found, owner, suggestion: didYouMean(found, names) },
    });
  return Object.entries(sections).flatMap(([name, { each, set }]) => {
    const section = own.find(candidate => candidate.name === name);
    return [
      ...(section === undefined
        ? [
            missing(
              name,
              object.path,
              own.map(({ name }) => name),
            ),
          ]
        : []),
      ...(basis === undefined || theirs.includes(each) ? [] : [missing(each, source, theirs)]),
      ...(section === undefined ? [] : setProblems(section.path, section.attributes, set, context)),
    ];
  });
}
