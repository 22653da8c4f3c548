import { type Expression, type ExpressionNode, evaluate, type ValueSource } from '#platform';
import { writeLiteral } from './write-literal.ts';

/** What is known while an expression is written out for another place: the record being edited, and a new name. */
interface Surroundings {
  readonly source: ValueSource;
  /** The variable that stays, and what it is called where the text is read. */
  readonly kept: string;
  readonly name: string;
}

const operators: Readonly<Record<string, string>> = {
  add: '+',
  concat: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  remainder: '%',
  less: '<',
  lessOrEqual: '<=',
  greater: '>',
  greaterOrEqual: '>=',
  equal: '==',
  notEqual: '!=',
  and: '&&',
  or: '||',
  in: 'in',
};

const prefixes: Readonly<Record<string, string>> = { not: '!', negate: '-' };

/** Calls the checker put in that are not written: the value is the same. */
const silent: readonly string[] = ['identity', 'dateToDateTime', 'referenceToComposite'];

/**
 * An expression as text that can be read without its surroundings: everything but the kept variable is replaced by its
 * value. `value.supplier == document.supplier` becomes `item.supplier == reference(…)`. Undefined when a value is not known here.
 */
export function writeNode(node: ExpressionNode, surroundings: Surroundings): string | undefined {
  if (!mentions(node, surroundings.kept)) return writeKnown(node, surroundings.source);
  switch (node.op) {
    case 'variable':
      return surroundings.name;
    case 'field':
      return joined([node.of], surroundings, ([of]) => `${of}.${node.name}`);
    case 'call':
      return joined(node.args, surroundings, args => writeCall(node.name, args));
    case 'conditional':
      return joined(
        [node.when, node.value, node.otherwise],
        surroundings,
        ([when, value, otherwise]) => `(${when} ? ${value} : ${otherwise})`,
      );
    case 'list':
      return joined(node.items, surroundings, items => `[${items.join(', ')}]`);
    default:
      return undefined;
  }
}

function joined(
  nodes: readonly ExpressionNode[],
  surroundings: Surroundings,
  write: (parts: readonly string[]) => string,
): string | undefined {
  const parts = nodes.map(node => writeNode(node, surroundings));
  return parts.every(part => part !== undefined) ? write(parts) : undefined;
}

function writeCall(name: string, args: readonly string[]): string {
  const [first = '', second = ''] = args;
  if (silent.includes(name)) return first;
  const prefix = prefixes[name];
  if (prefix !== undefined) return `${prefix}(${first})`;
  const operator = operators[name];
  return operator === undefined ? `${name}(${args.join(', ')})` : `(${first} ${operator} ${second})`;
}

function mentions(node: ExpressionNode, variable: string): boolean {
  switch (node.op) {
    case 'variable':
      return node.name === variable;
    case 'field':
      return mentions(node.of, variable);
    case 'call':
      return node.args.some(arg => mentions(arg, variable));
    case 'conditional':
      return [node.when, node.value, node.otherwise].some(part => mentions(part, variable));
    case 'list':
      return node.items.some(item => mentions(item, variable));
    default:
      return false;
  }
}

function writeKnown(node: ExpressionNode, source: ValueSource): string | undefined {
  if (node.op === 'stored' && node.name === 'allowed') return `allowed(${node.path})`;
  if (node.op === 'list') return knownList(node.items, source);
  const expression: Expression = { text: '', type: node.type, root: node };
  const value = evaluate(expression, source);
  if (value === undefined) return undefined;
  return node.type.of === 'value' ? writeLiteral(value, node.type.type) : 'null';
}

function knownList(items: readonly ExpressionNode[], source: ValueSource): string | undefined {
  const written = items.map(item => writeKnown(item, source));
  return written.every(item => item !== undefined) ? `[${written.join(', ')}]` : undefined;
}
