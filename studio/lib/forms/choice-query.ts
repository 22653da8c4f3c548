import type { Attribute, MetadataObject, ValueSource } from '#platform';
import { writeNode } from '../expressions/write-node.ts';
import type { ChoiceQuery } from '../fields/field-props.ts';

/** What narrows the records offered for an attribute: its `choose` condition, with everything known filled in. */
export function choiceQuery(
  attribute: Attribute,
  target: MetadataObject | undefined,
  source: ValueSource,
): ChoiceQuery {
  if (attribute.choose === undefined || target?.entity === undefined) return {};
  const filter = writeNode(attribute.choose.root, { source, kept: 'value', name: target.entity.subject });
  return filter === undefined ? {} : { filter };
}
