import { checkCondition, checkValue } from './check-value.ts';
import { type Call, type Checker, report } from './checker.ts';
import { describeStorages, describeType, type Words } from './describe-type.ts';
import type { ExpressionNode, ExpressionType, SectionNode } from './expression.ts';
import { booleanType, decimalType, orderedStorages, rowType, storageOf } from './expression-type.ts';

export const aggregates = ['sum', 'count', 'min', 'max', 'exists', 'all'] as const;

/** `sum(document.lines, line.amount)`: an aggregate over a section; its second argument sees each `line`. */
export function checkSection(checker: Checker, call: Call): ExpressionNode | undefined {
  const name = aggregates.find(aggregate => aggregate === call.name);
  const [linesSyntax, bodySyntax] = call.args;
  if (name === undefined || linesSyntax === undefined || call.args.length > 2) return reportCount(checker, call);
  if (bodySyntax === undefined && name !== 'count') return reportCount(checker, call);
  const lines = checkLines(checker, call);
  if (lines?.type.of !== 'lines') return undefined;
  if (bodySyntax === undefined) return { op: 'section', name, lines, body: null, type: decimalType };
  const inside: Checker = { ...checker, variables: { ...checker.variables, line: rowType(lines.type.path) } };
  const body = bodies[name].condition ? checkCondition(inside, bodySyntax) : checkValue(inside, bodySyntax);
  if (body === undefined) return undefined;
  const type = bodies[name].result(body.type);
  if (type !== undefined) return { op: 'section', name, lines, body, type };
  return reportArgument(checker, call, { argument: 2, found: body.type, expected: bodies[name].expected });
}

function checkLines(checker: Checker, call: Call): ExpressionNode | undefined {
  const [syntax] = call.args;
  const lines = syntax && checker.check(syntax, checker);
  if (lines === undefined || lines.type.of === 'lines') return lines;
  return reportArgument(checker, call, { argument: 1, found: lines.type, expected: section });
}

function reportArgument(
  checker: Checker,
  { name, args, syntax }: Call,
  {
    argument,
    found,
    expected,
  }: { readonly argument: number; readonly found: ExpressionType; readonly expected: Words },
): undefined {
  const { start } = args[argument - 1] ?? syntax;
  return report(checker, 'expression-argument', {
    start,
    argument,
    function: name,
    found: describeType(found),
    expected,
  });
}

function reportCount(checker: Checker, { name, args, syntax }: Call): undefined {
  const expected = name === 'count' ? '1–2' : '2';
  return report(checker, 'expression-argument-count', {
    start: syntax.start,
    function: name,
    found: args.length,
    expected,
  });
}

interface Body {
  readonly condition: boolean;
  readonly expected: Words;
  /** The type of the aggregate over bodies of a type; undefined when they cannot be aggregated. */
  readonly result: (body: ExpressionType) => ExpressionType | undefined;
}

const section: Words = {
  en: 'a tabular section; the lesser or greater of several values is least(a, b), greatest(a, b)',
  ru: 'табличная часть; меньшее или большее из нескольких значений — least(a, b), greatest(a, b)',
};
const condition: Omit<Body, 'result'> = { condition: true, expected: describeStorages(['boolean']) };
const ordered: Body = {
  condition: false,
  expected: describeStorages(orderedStorages),
  result: body => {
    const storage = storageOf(body);
    return storage !== undefined && orderedStorages.includes(storage) ? body : undefined;
  },
};

const bodies: Readonly<Record<SectionNode['name'], Body>> = {
  sum: {
    condition: false,
    expected: describeStorages(['decimal']),
    result: body => (storageOf(body) === 'decimal' ? decimalType : undefined),
  },
  count: { ...condition, result: () => decimalType },
  min: ordered,
  max: ordered,
  exists: { ...condition, result: () => booleanType },
  all: { ...condition, result: () => booleanType },
};
