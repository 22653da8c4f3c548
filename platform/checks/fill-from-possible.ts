import type { Attribute } from '../capabilities/attribute.ts';
import type { Entity, FillFrom } from '../capabilities/entity.ts';
import { isWritable } from '../record-schemas/record-schema.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { problemOf } from './problem-of.ts';

/** "Create based on" fills only what a user could fill as well. */
export const fillFromPossible: ConfigurationCheck = ({ objects }, context) =>
  Object.values(objects).flatMap(({ path, entity }) => {
    if (entity === undefined) return [];
    const columns = entity.fillFrom
      .flatMap(fill => filledColumns(entity, fill))
      .filter(attribute => !isWritable(attribute));
    return columns.map(({ name }) =>
      problemOf(context, path, { code: 'fills-read-only', parameters: { column: name } }),
    );
  });

function filledColumns(entity: Entity, { set, sections }: FillFrom): Attribute[] {
  return [
    ...entity.attributes.filter(({ name }) => set[name] !== undefined),
    ...entity.sections.flatMap(({ name, attributes }) =>
      attributes.filter(attribute => sections[name]?.set[attribute.name] !== undefined),
    ),
  ];
}
