import { type Attribute, type Expression, type ExpressionNode, partsOf, type Section } from '#platform';
import type { RecordShape } from '../record-shape.ts';

/** A value the server computes when a record is written: always (a formula) or for want of one (a default). */
export interface Computation {
  readonly attribute: Attribute;
  readonly expression: Expression;
  readonly always: boolean;
}

/** Computations that one statement makes: those of the record itself, or those of the lines of one section. */
export interface ComputationStep {
  readonly section?: Section;
  readonly computations: readonly Computation[];
}

/**
 * Everything that is computed, in steps such that each reads only what was given or computed before: amounts of lines,
 * then the total, then each line's share of it. Throws when formulas depend on one another in a circle, which
 * the checks of a configuration refuse.
 */
export function computationSteps(shape: RecordShape): ComputationStep[] {
  let pending: ComputationStep[] = [
    { computations: computationsOf(shape.attributes) },
    ...shape.sections.map(section => ({ section, computations: computationsOf(section.attributes) })),
  ];
  const steps: ComputationStep[] = [];
  while (pending.some(place => place.computations.length > 0)) {
    const waiting = new Set(pending.flatMap(place => place.computations.map(({ attribute }) => attribute.path)));
    const isReady = ({ expression, attribute }: Computation) =>
      fieldsRead(expression, shape.subject).every(path => path === attribute.path || !waiting.has(path));
    const ready = filtered(pending, isReady);
    if (ready.length === 0) throw new Error(`Formulas of ${shape.object.path} depend on one another in a circle.`);
    steps.push(...ready);
    pending = filtered(pending, computation => !isReady(computation));
  }
  return steps;
}

function computationsOf(attributes: readonly Attribute[]): Computation[] {
  return attributes.flatMap((attribute): Computation[] => {
    if (attribute.formula !== undefined) return [{ attribute, expression: attribute.formula, always: true }];
    if (attribute.default === undefined || isNo(attribute.default)) return [];
    return [{ attribute, expression: attribute.default, always: false }];
  });
}

/** A yes-or-no is a no from the start. */
function isNo({ root }: Expression): boolean {
  return root.op === 'literal' && root.value === false;
}

function filtered(places: readonly ComputationStep[], keep: (computation: Computation) => boolean): ComputationStep[] {
  return places
    .map(place => ({ ...place, computations: place.computations.filter(keep) }))
    .filter(place => place.computations.length > 0);
}

/** Paths of the attributes of the record itself and of its lines that an expression reads. */
export function fieldsRead(expression: Expression, subject: string): string[] {
  const own = new Set([subject, 'line']);
  const walk = (node: ExpressionNode): string[] => [
    ...(node.op === 'field' && node.of.op === 'variable' && own.has(node.of.name)
      ? [`${node.owner}.${node.name}`]
      : []),
    ...partsOf(node).flatMap(walk),
  ];
  return walk(expression.root);
}
