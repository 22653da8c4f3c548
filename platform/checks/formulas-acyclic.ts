import type { Attribute } from '../capabilities/attribute.ts';
import type { ExpressionNode } from '../expressions/expression.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import { circles, circleText } from './circles.ts';
import type { ConfigurationCheck } from './configuration-check.ts';
import { nodesOf } from './expression-nodes.ts';
import { problemOf } from './problem-of.ts';

/** Formulas of a record can be computed one after another: none needs its own result, however far around. */
export const formulasAcyclic: ConfigurationCheck = (configuration, context) =>
  Object.values(configuration.objects).flatMap(object => {
    const formulas = formulasOf(object);
    const found = circles(formulas.keys(), path => formulas.get(path) ?? []);
    return found.map(circle =>
      problemOf(context, circle[0] ?? object.path, {
        code: 'formulas-in-circle',
        parameters: { circle: circleText(circle) },
      }),
    );
  });

/** Path of each computed attribute → computed attributes of the same record that its formula reads. */
function formulasOf({ entity }: MetadataObject): ReadonlyMap<string, readonly string[]> {
  const attributes = [
    ...(entity?.attributes ?? []),
    ...(entity?.sections ?? []).flatMap(section => section.attributes),
  ];
  const computed = attributes.filter(({ formula }) => formula !== undefined);
  const paths = new Set(computed.map(({ path }) => path));
  return new Map(computed.map(attribute => [attribute.path, readsOf(attribute).filter(path => paths.has(path))]));
}

/** Attributes read from the record itself. What is read through a reference is another record, written before. */
function readsOf({ formula }: Attribute): string[] {
  if (formula === undefined) return [];
  return [...nodesOf(formula.root)].flatMap(node => (isOwnField(node) ? [`${node.owner}.${node.name}`] : []));
}

function isOwnField(node: ExpressionNode): node is ExpressionNode & { readonly op: 'field' } {
  return node.op === 'field' && node.of.op === 'variable';
}
