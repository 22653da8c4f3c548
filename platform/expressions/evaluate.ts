import { Decimal } from './decimal.ts';
import { strictCalls } from './evaluate-calls.ts';
import type {
  CallNode,
  Expression,
  ExpressionNode,
  FieldNode,
  RegisterNode,
  SectionNode,
  StoredNode,
} from './expression.ts';
import { compareOperands, identityOf, type Operand, sameOperand, targetOf, toOperand, toValue } from './operand.ts';
import type { Value } from './value.ts';
import type { RowValue, ValueSource } from './value-source.ts';

/**
 * The value of a checked expression, in its JSON form; undefined when the source does not know something it needs.
 * Gives exactly what the SQL compiled from the same expression gives.
 */
export function evaluate(expression: Expression, source: ValueSource): Value | undefined {
  const operand = evaluateNode(expression.root, source);
  return operand === undefined ? undefined : toValue(operand);
}

type Known = Operand | undefined;
type Row = RowValue | null | undefined;

function evaluateNode(node: ExpressionNode, source: ValueSource): Known {
  switch (node.op) {
    case 'literal':
      return toOperand(node.value, node.type);
    case 'variable':
      return toOperand(source.value(node.name), node.type);
    case 'field':
      return toOperand(fieldValue(node, source), node.type);
    case 'call':
      return evaluateCall(node, source);
    case 'conditional':
      return evaluateConditional(node.when, [node.value, node.otherwise], source);
    case 'section':
      return evaluateSection(node, source);
    case 'stored':
      return evaluateStored(node, source);
    default:
      throw new Error(`«${node.op}» is not a value; the checker lets it stand only where it is not evaluated.`);
  }
}

function evaluateConditional(
  when: ExpressionNode,
  [value, otherwise]: readonly [ExpressionNode, ExpressionNode],
  source: ValueSource,
): Known {
  const condition = evaluateNode(when, source);
  if (condition === undefined) return undefined;
  return evaluateNode(condition === true ? value : otherwise, source);
}

function fieldValue(node: FieldNode, source: ValueSource): Value | undefined {
  const { of, name } = node;
  if (of.op === 'register') {
    const row = registerRow(of, source);
    return row === null ? null : row?.[name];
  }
  if (of.type.of === 'row') {
    const row = rowOf(of, source);
    return row === null ? null : row?.values[name];
  }
  const reference = evaluateNode(of, source);
  return reference === null || reference === undefined ? reference : source.field(...addressOf(reference, of), name);
}

function rowOf(node: ExpressionNode, source: ValueSource): Row {
  if (node.op !== 'variable') throw new Error(`A record was expected in an expression, but there was «${node.op}».`);
  return source.row(node.name);
}

/** The path of the object and the id that a reference which is there points to. */
function addressOf(reference: Operand, node: ExpressionNode): [string, string] {
  if (typeof reference === 'string') return [targetOf(node), reference];
  if (typeof reference === 'object' && reference !== null && 'id' in reference) return [reference.type, reference.id];
  throw new Error(`A reference was expected in an expression, but there was ${JSON.stringify(reference)}.`);
}

function registerRow(node: RegisterNode, source: ValueSource): Readonly<Record<string, Value>> | null | undefined {
  const dimensions: Record<string, Value> = {};
  for (const [name, value] of Object.entries(node.dimensions)) {
    const operand = evaluateNode(value, source);
    if (operand === undefined) return undefined;
    dimensions[name] = toValue(operand);
  }
  const at = node.at === null ? null : evaluateNode(node.at, source);
  // What is asked for a moment that is not known to anyone has no answer, unlike what is asked for no moment at all.
  if (node.at !== null && (at === null || at === undefined)) return at;
  return source.register({
    name: node.name,
    register: node.register,
    dimensions,
    at: at === undefined ? null : toValue(at),
  });
}

function evaluateStored(node: StoredNode, source: ValueSource): Known {
  return node.name === 'option' ? source.option(node.path) : toOperand(source.constant(node.path), node.type);
}

function evaluateCall(node: CallNode, source: ValueSource): Known {
  const lazy = Object.hasOwn(lazyCalls, node.name) ? lazyCalls[node.name] : undefined;
  if (lazy !== undefined) return lazy(node, source);
  const compute = strictCalls[node.name];
  if (compute === undefined) throw new Error(`No function «${node.name}».`);
  const args = node.args.map(arg => evaluateNode(arg, source));
  if (args.includes(null)) return null;
  return known(args) ? compute(args, node) : undefined;
}

function known(args: readonly Known[]): args is readonly Operand[] {
  return !args.includes(undefined);
}

/** Calls that have an answer although an argument is null or not known. */
const lazyCalls: Readonly<Record<string, (node: CallNode, source: ValueSource) => Known>> = {
  and: (node, source) => conjunction(node.args.map(arg => evaluateNode(arg, source))),
  or: (node, source) => disjunction(node.args.map(arg => evaluateNode(arg, source))),
  equal: (node, source) => equality(node, source),
  notEqual: (node, source) => negation(equality(node, source)),
  in: evaluateIn,
  coalesce: evaluateCoalesce,
  least: (node, source) =>
    extreme(
      node.args.map(arg => evaluateNode(arg, source)),
      -1,
    ),
  greatest: (node, source) =>
    extreme(
      node.args.map(arg => evaluateNode(arg, source)),
      1,
    ),
  identity: evaluateIdentity,
};

function conjunction(args: readonly Known[]): Known {
  if (args.includes(false)) return false;
  if (args.includes(undefined)) return undefined;
  return args.includes(null) ? null : true;
}

function disjunction(args: readonly Known[]): Known {
  return negation(conjunction(args.map(negation)));
}

function negation(value: Known): Known {
  return typeof value === 'boolean' ? !value : value;
}

function equality(node: CallNode, source: ValueSource): Known {
  const args = node.args.map(arg => evaluateNode(arg, source));
  const [left = null, right = null] = args;
  return known(args) ? sameOperand(left, right) : undefined;
}

function evaluateIn(node: CallNode, source: ValueSource): Known {
  const [valueNode, list] = node.args;
  const value = valueNode && evaluateNode(valueNode, source);
  if (value === undefined || list === undefined) return undefined;
  if (list.op === 'list') return disjunction(list.items.map(item => sameIfKnown(value, evaluateNode(item, source))));
  const allowed = list.op === 'stored' ? source.allowed(list.path) : undefined;
  if (allowed === undefined) return undefined;
  const id = identityOf(value);
  return typeof id === 'string' && new Set(allowed).has(id);
}

function sameIfKnown(left: Operand, right: Known): Known {
  return right === undefined ? undefined : sameOperand(left, right);
}

function evaluateCoalesce(node: CallNode, source: ValueSource): Known {
  for (const arg of node.args) {
    const value = evaluateNode(arg, source);
    if (value !== null) return value;
  }
  return null;
}

/** The least (-1) or greatest (1) of what is there; null when nothing is. */
function extreme(args: readonly Known[], direction: number): Known {
  if (!known(args)) return undefined;
  const present = args.filter(arg => arg !== null);
  if (present.length === 0) return null;
  return present.reduce((best, arg) => (compareOperands(arg, best) * direction > 0 ? arg : best));
}

function evaluateIdentity(node: CallNode, source: ValueSource): Known {
  const row = node.args[0] && rowOf(node.args[0], source);
  return row === null ? null : row?.id;
}

function evaluateSection(node: SectionNode, source: ValueSource): Known {
  const lines = linesOf(node.lines, source);
  if (lines === undefined) return undefined;
  if (node.body === null) return new Decimal(lines.length);
  const { body } = node;
  return aggregate[node.name](lines.map(line => evaluateNode(body, withLine(source, line))));
}

function withLine(source: ValueSource, values: Readonly<Record<string, Value>>): ValueSource {
  return { ...source, row: name => (name === 'line' ? { values } : source.row(name)) };
}

/** The lines of a section; a record that is not there has none. */
function linesOf(node: ExpressionNode, source: ValueSource): readonly Readonly<Record<string, Value>>[] | undefined {
  if (node.op !== 'field') throw new Error(`Lines were expected in an expression, but there was «${node.op}».`);
  if (node.of.type.of === 'row') {
    const row = rowOf(node.of, source);
    return row === null ? [] : row?.sections?.[node.name];
  }
  const reference = evaluateNode(node.of, source);
  if (reference === null || reference === undefined) return reference === null ? [] : undefined;
  return source.lines?.(...addressOf(reference, node.of), node.name);
}

/** Aggregates over what the body gave for each line. Nulls are left out, as in SQL; logic goes as `||` and `&&` would. */
const aggregate: Readonly<Record<SectionNode['name'], (values: readonly Known[]) => Known>> = {
  sum: values => (known(values) ? values.reduce<Decimal>(plus, new Decimal(0)) : undefined),
  count: values => (known(values) ? new Decimal(values.filter(value => value === true).length) : undefined),
  min: values => extreme(values, -1),
  max: values => extreme(values, 1),
  exists: disjunction,
  all: conjunction,
};

function plus(sum: Decimal, value: Operand): Decimal {
  return value instanceof Decimal ? sum.plus(value) : sum;
}
