import type { Attribute } from '../capabilities/attribute.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import { didYouMean } from '../problems/closest.ts';
import { checkObjectArgument } from './check-stored.ts';
import { checkValue, fitted } from './check-value.ts';
import { type Call, type Checker, report } from './checker.ts';
import { describeStorages, describeType, type Words } from './describe-type.ts';
import type { ExpressionNode, RegisterNode } from './expression.ts';
import { dateTimeType, dateType, rowType, storageOf, valueType } from './expression-type.ts';
import type { SyntaxNode } from './parse-expression.ts';
import { hasPeriod } from './row-fields.ts';

export const registerFunctions = ['balance', 'latest', 'earliest'] as const;

/** `balance(Stock, {item: line.item}, document.date)`: one row of a register; a field is taken from it. */
export function checkRegister(checker: Checker, call: Call): ExpressionNode | undefined {
  const name = registerFunctions.find(name => name === call.name);
  if (name === undefined || call.args.length < 2 || call.args.length > 3) return reportCount(checker, call);
  const object = checkObjectArgument(checker, { ...call, ...suitable[name] });
  if (object?.register === undefined) return undefined;
  const dimensions = checkDimensions(checker, call, object);
  const at = call.args[2] === undefined ? null : checkMoment(checker, call, object);
  if (dimensions === undefined || at === undefined) return undefined;
  return { op: 'register', name, register: object.path, dimensions, at, type: rowType(object.path) };
}

function reportCount(checker: Checker, { name, args, syntax }: Call): undefined {
  return report(checker, 'expression-argument-count', {
    start: syntax.start,
    function: name,
    found: args.length,
    expected: {
      en: 'a register, {dimension: value} and, if need be, a date',
      ru: 'регистр, {измерение: значение} и, если нужно, дата',
    },
  });
}

function checkDimensions(
  checker: Checker,
  call: Call,
  object: MetadataObject,
): Readonly<Record<string, ExpressionNode>> | undefined {
  const map = call.args[1];
  if (map?.op !== 'map') {
    const start = (map ?? call.syntax).start;
    const found = map === undefined ? '—' : checker.text.slice(map.start, map.end);
    return report(checker, 'expression-argument', {
      start,
      argument: 2,
      function: call.name,
      found,
      expected: dimensionMap,
    });
  }
  const chosen = new Map<string, ExpressionNode>();
  let complete = true;
  for (const [key, value] of map.args) {
    const dimension = checkDimension(checker, { key, object, chosen });
    const node = dimension && checkDimensionValue(checker, { call, value, dimension });
    if (dimension === undefined || node === undefined) complete = false;
    else chosen.set(dimension.name, node);
  }
  return complete ? Object.fromEntries(chosen) : undefined;
}

function checkDimension(
  checker: Checker,
  {
    key,
    object,
    chosen,
  }: { readonly key: SyntaxNode; readonly object: MetadataObject; readonly chosen: ReadonlyMap<string, unknown> },
): Attribute | undefined {
  const name = key.op === 'id' || key.op === 'value' ? String(key.args) : checker.text.slice(key.start, key.end);
  const dimensions = object.register?.dimensions ?? [];
  const dimension = dimensions.find(dimension => dimension.name === name);
  if (dimension !== undefined && !chosen.has(name)) return dimension;
  const names = dimensions.map(dimension => dimension.name);
  return report(checker, 'expression-dimension', {
    start: key.start,
    register: object.path,
    name,
    suggestion: dimension === undefined ? didYouMean(name, names) : '',
    dimensions: names.join(', ') || '—',
  });
}

function checkDimensionValue(
  checker: Checker,
  { call, value, dimension }: { readonly call: Call; readonly value: SyntaxNode; readonly dimension: Attribute },
): ExpressionNode | undefined {
  const node = checkValue(checker, value);
  if (node === undefined) return undefined;
  const wanted = valueType(dimension.type);
  const converted = fitted(node, wanted);
  if (converted !== undefined) return converted;
  return report(checker, 'expression-argument', {
    start: value.start,
    argument: dimension.name,
    function: call.name,
    found: describeType(node.type),
    expected: describeType(wanted),
  });
}

/** The moment a register is read at. A date is its beginning, a month its first day. */
function checkMoment(checker: Checker, call: Call, object: MetadataObject): ExpressionNode | undefined {
  const syntax = call.args[2];
  const node = syntax && checkValue(checker, syntax);
  if (syntax === undefined || node === undefined) return undefined;
  const timeless = object.register !== undefined && !hasPeriod(object.register);
  const day: ExpressionNode =
    storageOf(node.type) === 'month' ? { op: 'call', name: 'startOfMonth', args: [node], type: dateType } : node;
  const moment = timeless ? undefined : fitted(day, dateTimeType);
  if (moment !== undefined) return moment;
  return report(checker, 'expression-argument', {
    start: syntax.start,
    argument: 3,
    function: call.name,
    found: describeType(node.type),
    expected: timeless ? noMoment : describeStorages(['date', 'dateTime', 'month']),
  });
}

const dimensionMap: Words = { en: '{dimension: value, …}', ru: '{измерение: значение, …}' };
const noMoment: Words = {
  en: 'left out, because the register keeps no periods',
  ru: 'опущен: у регистра нет периода',
};
const facts = {
  suits: ({ register }: MetadataObject) => register?.information !== undefined,
  expected: { en: 'an information register', ru: 'регистр сведений' },
};
const suitable: Readonly<
  Record<RegisterNode['name'], { suits: (object: MetadataObject) => boolean; expected: Words }>
> = {
  balance: {
    suits: ({ register }) => register?.accumulation?.of === 'balance',
    expected: { en: 'a register that keeps balances', ru: 'регистр остатков' },
  },
  latest: facts,
  earliest: facts,
};
