import type { Attribute } from '#platform';
import { isWritable } from './form-state.ts';
import type { RecordForm } from './record-form.svelte.ts';

/** Where filling a record begins: the first required value that is missing, else the first that people give. */
export function firstToFill(
  { state, object }: Pick<RecordForm, 'state' | 'object'>,
  attributes: readonly Attribute[],
): Attribute | undefined {
  const numbering = object.entity?.numbering;
  const given = attributes.filter(
    attribute => isWritable(attribute) && !(numbering?.automatic === true && numbering.attribute === attribute.name),
  );
  const isMissing = ({ name, required }: Attribute) => required && (state.values[name] ?? '') === '';
  return given.find(isMissing) ?? given[0];
}
