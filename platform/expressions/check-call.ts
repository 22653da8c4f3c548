import { didYouMean } from '../problems/closest.ts';
import { checkMomentLiteral } from './check-literal.ts';
import { brought } from './check-operator.ts';
import { checkReferenceLiteral } from './check-reference.ts';
import { checkRegister, registerFunctions } from './check-register.ts';
import { aggregates, checkSection } from './check-section.ts';
import { checkStored } from './check-stored.ts';
import { checkValue, fitted } from './check-value.ts';
import { type Call, type Checker, report } from './checker.ts';
import { describeStorages, describeType } from './describe-type.ts';
import type { ExpressionNode, ExpressionType } from './expression.ts';
import { commonType, decimalType, storageOf, valueType } from './expression-type.ts';
import { type FunctionSignature, functions, roundDigitsMax } from './functions.ts';
import type { SyntaxNode } from './parse-expression.ts';

/** Checks a call of a function. */
export function checkCall(checker: Checker, call: Call): ExpressionNode | undefined {
  const special = Object.hasOwn(specialFunctions, call.name) ? specialFunctions[call.name] : undefined;
  if (special !== undefined) return special(checker, call);
  const signature = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  if (signature === undefined) return reportUnknownFunction(checker, call);
  const literal = call.args[0] && checkMomentLiteral(checker, call.name, call.args[0]);
  if (literal !== undefined && call.args.length === 1) return literal.node;
  return checkFunction(checker, call, signature);
}

const specialFunctions: Readonly<Record<string, (checker: Checker, call: Call) => ExpressionNode | undefined>> = {
  ...Object.fromEntries(aggregates.map(name => [name, checkSection])),
  ...Object.fromEntries(registerFunctions.map(name => [name, checkRegister])),
  option: (checker, { syntax }) => (syntax.op === 'call' ? checkStored(checker, syntax, 'option') : undefined),
  allowed: (checker, { syntax }) =>
    report(checker, 'expression-not-a-value', {
      start: syntax.start,
      found: describeType({ of: 'list', element: decimalType }),
    }),
  reference: checkReferenceLiteral,
  round: (checker, call) => checkRound(checker, call),
  size: (checker, call) => checkSize(checker, call),
};

/** Every function there is, for "did you mean" and for editors. */
const functionNames: readonly string[] = [
  ...new Set([...Object.keys(functions), ...Object.keys(specialFunctions)]),
].sort();

function checkFunction(checker: Checker, call: Call, signature: FunctionSignature): ExpressionNode | undefined {
  if (!checkCount(checker, call, signature)) return undefined;
  const args = call.args.map((syntax, index) => checkArgument(checker, { call, signature, syntax, index }));
  if (!args.every(arg => arg !== undefined)) return undefined;
  if (signature.result !== 'common') {
    const type = signature.result === 'first' ? (args[0]?.type ?? { of: 'null' }) : signature.result;
    return { op: 'call', name: call.name, args, type };
  }
  const common = checkCommon(checker, call, args);
  return common && { op: 'call', name: call.name, ...common };
}

function checkCount(checker: Checker, { name, args, syntax }: Call, signature: FunctionSignature): boolean {
  const { parameters, optional = 0, repeats = false } = signature;
  const least = parameters.length - optional;
  if (args.length >= least && (repeats || args.length <= parameters.length)) return true;
  const plus = repeats ? '+' : '';
  const expected = optional === 0 ? `${least}${plus}` : `${least}–${parameters.length}`;
  report(checker, 'expression-argument-count', { start: syntax.start, function: name, found: args.length, expected });
  return false;
}

interface Argument {
  readonly call: Call;
  readonly signature: FunctionSignature;
  readonly syntax: SyntaxNode;
  readonly index: number;
}

function checkArgument(checker: Checker, { call, signature, syntax, index }: Argument): ExpressionNode | undefined {
  const node = checkValue(checker, syntax);
  const accepted = signature.parameters[Math.min(index, signature.parameters.length - 1)] ?? [];
  const [first] = accepted;
  if (node === undefined || first === undefined) return undefined;
  const storage = storageOf(node.type);
  if (storage !== undefined && accepted.includes(storage)) return node;
  if (node.type.of === 'null')
    return signature.result === 'common' ? node : fitted(node, valueType({ name: first, storage: first }));
  return report(checker, 'expression-argument', {
    start: syntax.start,
    argument: index + 1,
    function: call.name,
    found: describeType(node.type),
    expected: describeStorages(accepted),
  });
}

/** Brings all arguments to one type; the problem names the first that does not fit with those before it. */
function checkCommon(
  checker: Checker,
  call: Call,
  args: readonly ExpressionNode[],
): { readonly args: readonly ExpressionNode[]; readonly type: ExpressionType } | undefined {
  let type: ExpressionType = { of: 'null' };
  for (const [index, arg] of args.entries()) {
    const common = commonType(type, arg.type);
    if (common === undefined) {
      return report(checker, 'expression-argument', {
        start: (call.args[index] ?? call.syntax).start,
        argument: index + 1,
        function: call.name,
        found: describeType(arg.type),
        expected: describeType(type),
      });
    }
    type = common;
  }
  const converted = brought(args, type);
  return converted && { args: converted, type };
}

/** `round(x)` and `round(x, 2)`: the digits are written out, so that the scale of a result is known beforehand. */
function checkRound(checker: Checker, call: Call): ExpressionNode | undefined {
  const signature = functions[call.name];
  const checked = signature && checkFunction(checker, call, signature);
  if (checked?.op !== 'call') return undefined;
  const [value, digits = { op: 'literal', type: decimalType, value: '0' } as const] = checked.args;
  const count = literalInteger(digits);
  if (value !== undefined && count !== undefined && Math.abs(count) <= roundDigitsMax) {
    return { ...checked, args: [value, { op: 'literal', type: decimalType, value: String(count) }] };
  }
  return report(checker, 'expression-argument', {
    start: (call.args[1] ?? call.syntax).start,
    argument: 2,
    function: call.name,
    found: checker.text.slice(call.args[1]?.start, call.args[1]?.end),
    expected: {
      en: `a whole number written out, from -${roundDigitsMax} to ${roundDigitsMax}`,
      ru: `целое число от -${roundDigitsMax} до ${roundDigitsMax}, записанное явно`,
    },
  });
}

function literalInteger(node: ExpressionNode): number | undefined {
  if (node.op !== 'literal' || typeof node.value !== 'string' || !/^-?\d{1,3}$/.test(node.value)) return undefined;
  return Number(node.value);
}

/** The characters of a text, or the lines of a section. */
function checkSize(checker: Checker, call: Call): ExpressionNode | undefined {
  const [first] = call.args;
  const silent: Checker = { ...checker, problems: [] };
  const node = first && checker.check(first, silent);
  if (node?.type.of === 'lines' && call.args.length === 1) return checkSection(checker, { ...call, name: 'count' });
  const signature = functions[call.name];
  return signature && checkFunction(checker, call, signature);
}

function reportUnknownFunction(checker: Checker, { name, syntax }: Call): undefined {
  return report(checker, 'expression-unknown-function', {
    start: syntax.op === 'rcall' ? syntax.pos : syntax.start,
    name,
    suggestion: didYouMean(name, functionNames),
    functions: functionNames.join(', '),
  });
}
