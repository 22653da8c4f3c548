import { type Attribute, evaluate, type MetadataObject, type ValueSource } from '#platform';
import type { Workspace } from '../workspace.ts';
import { formSource } from './form-source.ts';
import type { FormState, Line } from './form-state.ts';

/**
 * Computes formulas and untouched defaults of lines as far as they can be known on this computer, in place. Answers
 * whether that was everything; otherwise the server is asked for the rest.
 */
export function computeLocally(object: MetadataObject, state: FormState, workspace: Workspace): boolean {
  let isKnown = true;
  for (const section of object.entity?.sections ?? []) {
    for (const line of state.sections[section.name] ?? []) {
      isKnown =
        computeValues(
          section.attributes,
          line,
          formSource({ object, state, workspace }, { line, attributes: section.attributes }),
        ) && isKnown;
    }
  }
  const formulas = object.entity?.attributes.filter(attribute => attribute.formula !== undefined) ?? [];
  return computeValues(formulas, state, formSource({ object, state, workspace })) && isKnown;
}

/** Formulas may read each other in any order, so they are repeated until nothing changes; a circle ends at their number. */
function computeValues(
  attributes: readonly Attribute[],
  into: Pick<Line, 'values' | 'touched'>,
  source: ValueSource,
): boolean {
  const computed = attributes.filter(attribute => isComputed(attribute, into));
  let isKnown = true;
  for (let round = 0; round <= computed.length; round += 1) {
    let changed = false;
    isKnown = true;
    for (const attribute of computed) {
      const expression = attribute.formula ?? attribute.default;
      const value = expression && evaluate(expression, source);
      if (value === undefined) isKnown = false;
      else if (value !== (into.values[attribute.name] ?? null)) {
        into.values[attribute.name] = value;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return isKnown;
}

function isComputed(attribute: Attribute, into: Pick<Line, 'touched'>): boolean {
  return attribute.formula !== undefined || (attribute.default !== undefined && !into.touched[attribute.name]);
}

/** Whether the form shows an attribute: not while its condition is known to be false. */
export function isVisible(attribute: Attribute, source: ValueSource): boolean {
  return attribute.visible === undefined || evaluate(attribute.visible, source) !== false;
}
