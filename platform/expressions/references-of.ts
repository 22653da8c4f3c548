import type { Expression, ExpressionNode } from './expression.ts';
import { targetsOf } from './expression-type.ts';

/** What an expression reads, each named once in the order it is met. */
export interface ExpressionReferences {
  /** Variables it mentions. */
  readonly variables: readonly string[];
  /** Attributes and sections it reads, by path: 'technical.GoodsReceipt.supplier', 'technical.GoodsReceipt.lines.amount'. */
  readonly attributes: readonly string[];
  /** What it takes of its variables, as written: 'document.warehouse', 'line.item'. */
  readonly fields: readonly string[];
  /** Objects named: registers, constants, enumerations, objects whose predefined records or grants it uses. */
  readonly objects: readonly string[];
  readonly registers: readonly string[];
  readonly constants: readonly string[];
  readonly options: readonly string[];
}

type Sets = { readonly [Name in keyof ExpressionReferences]: Set<string> };

/** Everything a checked expression depends on. */
export function referencesOf(expression: Expression): ExpressionReferences {
  const sets: Sets = {
    variables: new Set(),
    attributes: new Set(),
    fields: new Set(),
    objects: new Set(),
    registers: new Set(),
    constants: new Set(),
    options: new Set(),
  };
  collect(expression.root, sets);
  return {
    variables: [...sets.variables],
    attributes: [...sets.attributes],
    fields: [...sets.fields],
    objects: [...sets.objects],
    registers: [...sets.registers],
    constants: [...sets.constants],
    options: [...sets.options],
  };
}

/** The parts a node is made of. */
export function partsOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.op) {
    case 'field':
      return [node.of];
    case 'call':
      return node.args;
    case 'conditional':
      return [node.when, node.value, node.otherwise];
    case 'list':
      return node.items;
    case 'section':
      return node.body === null ? [node.lines] : [node.lines, node.body];
    case 'register':
      return [...Object.values(node.dimensions), ...(node.at === null ? [] : [node.at])];
    default:
      return [];
  }
}

function collect(node: ExpressionNode, sets: Sets): void {
  if (node.op === 'variable') sets.variables.add(node.name);
  if (node.op === 'literal') for (const target of targetsOf(node.type)) sets.objects.add(target);
  if (node.op === 'field') collectField(node, sets);
  if (node.op === 'register') {
    sets.objects.add(node.register);
    sets.registers.add(node.register);
    for (const name of Object.keys(node.dimensions)) sets.attributes.add(`${node.register}.${name}`);
  }
  if (node.op === 'stored') {
    sets.objects.add(node.path);
    if (node.name === 'constant') sets.constants.add(node.path);
    if (node.name === 'option') sets.options.add(node.path);
  }
  for (const part of partsOf(node)) collect(part, sets);
}

function collectField(node: ExpressionNode & { readonly op: 'field' }, sets: Sets): void {
  const owners = node.of.type.of === 'row' ? [node.of.type.path] : targetsOf(node.of.type);
  for (const owner of owners) sets.attributes.add(`${owner}.${node.name}`);
  if (node.of.op === 'variable') sets.fields.add(`${node.of.name}.${node.name}`);
}
