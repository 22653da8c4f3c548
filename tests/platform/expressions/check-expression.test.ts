import { describe, expect, it } from 'vitest';
import {
  catalogue,
  checkExpression,
  type ExpressionType,
  type Problem,
  rowType,
  type Scope,
  userType,
  valueType,
} from '#platform';
import { lookup, types } from './sample-metadata.ts';

const scope: Scope = {
  variables: {
    document: rowType('technical.Receipt'),
    line: rowType('technical.Receipt.lines'),
    record: rowType('technical.Stock'),
    now: valueType(types.dateTime),
    user: userType,
  },
  package: 'technical',
  lookup,
  path: 'technical.Receipt.lines.price',
};

function problemsOf(text: string, more: Partial<Scope> = {}): readonly Problem[] {
  const checked = checkExpression(text, { ...scope, ...more });
  return 'problems' in checked ? checked.problems : [];
}

function typeOf(text: string, more: Partial<Scope> = {}): ExpressionType {
  const checked = checkExpression(text, { ...scope, ...more });
  if ('problems' in checked) throw new Error(`${text}: ${JSON.stringify(checked.problems, undefined, 1)}`);
  return checked.expression.type;
}

describe('a well-formed expression has the type its parts give it', () => {
  it.each([
    ['line.quantity * line.price', 'decimal'],
    ['document.supplier.description + ", " + upper(document.number)', 'text'],
    ['document.number.lower().contains("a")', 'boolean'],
    ['!line.accepted && line.item.unit.weight > 0.5 || false', 'boolean'],
    ['document.approved ? line.price : null', 'decimal'],
    ['document.basis.supplier', 'reference'],
    ['document.basis == document', 'boolean'],
    ['document.approved ? document : document.basis', 'composite'],
    ['coalesce(document.due, document.date)', 'dateTime'],
    ['line.quality == Quality.good', 'boolean'],
    ['document.warehouse == technical.Warehouse.main', 'boolean'],
    ['document.warehouse in allowed(Warehouse)', 'boolean'],
    ['document.warehouse in [Warehouse.main, null]', 'boolean'],
    ['document.supplier in allowed(regulatory.Counterparty)', 'boolean'],
    ['Threshold + 1', 'decimal'],
    ['technical.BaseItem.unit.code', 'text'],
    ['option(Deals)', 'boolean'],
    ['user.login + user.name', 'text'],
    ['user == user', 'boolean'],
    ["date('2026-01-31')", 'date'],
    ["document.date >= date('2026-01-31')", 'boolean'],
    ["month('2026-01')", 'month'],
    ['month(document.date)', 'month'],
    ['addMonths(document.period, 3)', 'month'],
    ['endOfMonth(document.period)', 'date'],
    ['daysBetween(document.due, now)', 'decimal'],
    ['sum(document.lines, line.quantity * line.price)', 'decimal'],
    ['document.lines.exists(line.accepted)', 'boolean'],
    ['size(document.lines) + count(document.lines, line.accepted)', 'decimal'],
    ['max(document.lines, line.best)', 'date'],
    ['balance(Stock, {warehouse: document.warehouse, item: line.item}, document.date).quantity', 'decimal'],
    ['latest(Price, {item: line.item}, document.period).reason', 'text'],
    ["earliest(Price, {'item': line.item}).period", 'date'],
    ['record.recorder == document', 'boolean'],
    ['record.period < now', 'boolean'],
    ["document.supplier == reference(regulatory.Counterparty, '00000000-0000-7000-8000-0000000000Aa')", 'boolean'],
    ['text(line.quality) + text(document.period) + text(1.50)', 'text'],
    ['line.item.since.year()', 'decimal'],
    ['round(line.price, -2)', 'decimal'],
    ['-line.price % 3', 'decimal'],
  ])('%s', (text, storage) => {
    expect(typeOf(text)).toMatchObject({ of: 'value', type: { storage } });
  });
});

describe('what is wrong is named, with the place and what to do', () => {
  it.each([
    ['1 +', 'expression-syntax', 4],
    ['document.', 'expression-syntax', 10],
    ['цена * 2', 'expression-syntax', 1],
    ['document.number = "1"', 'expression-syntax', 17],
    ["'abc", 'expression-syntax', 1],
    ['', 'expression-syntax', 1],
    ['1e5', 'expression-literal', 1],
    ['0x10 + 1', 'expression-literal', 1],
    ['1u', 'expression-literal', 1],
    ["b'ab'", 'expression-literal', 1],
    ["'a\\u0000'", 'expression-literal', 1],
    ["date('2026-02-30')", 'expression-literal', 6],
    ["month('2026-13')", 'expression-literal', 7],
    ["dateTime('2026-01-01')", 'expression-literal', 10],
    ["reference(Item, 'x')", 'expression-literal', 17],
    ['[1, 2]', 'expression-unsupported', 1],
    ['{item: 1}', 'expression-unsupported', 1],
    ['document.lines[0]', 'expression-unsupported', 1],
    ['1 in document.lines', 'expression-unsupported', 6],
    ['quantity * 2', 'expression-unknown-name', 1],
    ['Qualty.good == line.quality', 'expression-unknown-name', 1],
    ['line.quantiti > 1', 'expression-unknown-field', 1],
    ['line.item.unit.waight', 'expression-unknown-field', 1],
    ['document.basis.onlyHere', 'expression-unknown-field', 1],
    ['balance(Stock, {}).item', 'expression-unknown-field', 1],
    ['document.basis.comment', 'expression-field-differs', 1],
    ['line.price.size', 'expression-no-fields', 1],
    ['line.quality == Quality.bad', 'expression-unknown-member', 17],
    ['Warehouse.second', 'expression-unknown-member', 1],
    ['document.lines', 'expression-not-a-value', 1],
    ['line == null', 'expression-not-a-value', 1],
    ['Warehouse == 1', 'expression-not-a-value', 1],
    ['latest(Price, {item: line.item})', 'expression-not-a-value', 1],
    ['allowed(Warehouse)', 'expression-not-a-value', 1],
    ['rouns(1)', 'expression-unknown-function', 1],
    ['toString()', 'expression-unknown-function', 1],
    ['round()', 'expression-argument-count', 1],
    ['year(document.date, 1)', 'expression-argument-count', 1],
    ['sum(document.lines)', 'expression-argument-count', 1],
    ['balance(Stock)', 'expression-argument-count', 1],
    ['upper(line.price)', 'expression-argument', 7],
    ['round(1.5, line.price)', 'expression-argument', 12],
    ['round(1.5, 0.5)', 'expression-argument', 12],
    ['max(1, 2)', 'expression-argument', 5],
    ['sum(document.lines, line.note)', 'expression-argument', 21],
    ['least(1, "a")', 'expression-argument', 10],
    ['text(document.supplier)', 'expression-argument', 6],
    ['latest(Norm, {item: line.item}, now).rate', 'expression-argument', 33],
    ['balance(Stock, {item: document.supplier}).quantity', 'expression-argument', 23],
    ['balance(Stock, 5).quantity', 'expression-argument', 16],
    ['-document.number', 'expression-argument', 2],
    ['line.price + line.note', 'expression-operands', 1],
    ['document.date + 1', 'expression-operands', 1],
    ['line.quality < Quality.good', 'expression-operands', 1],
    ['document.period == document.due', 'expression-operands', 1],
    ['1 in ["a"]', 'expression-operands', 7],
    ['document.warehouse == line.item', 'expression-never-equal', 1],
    ['document in allowed(Item)', 'expression-never-equal', 1],
    ['line.price && true', 'expression-condition', 1],
    ['line.price ? 1 : 2', 'expression-condition', 1],
    ['!document.number', 'expression-condition', 2],
    ['true ? 1 : "a"', 'expression-branches', 8],
    ['balance(Sales, {}).amount', 'expression-object', 9],
    ['latest(Stock, {}).quantity', 'expression-object', 8],
    ['option(Threshold)', 'expression-object', 8],
    ['document.warehouse in allowed(Quality)', 'expression-object', 31],
    ['balance(Stock, {goods: line.item}).quantity', 'expression-dimension', 17],
    ['balance(Stock, {item: line.item, item: line.item}).quantity', 'expression-dimension', 34],
  ])('%s: %s at %d', (text, code, position) => {
    expect(problemsOf(text).map(problem => [problem.code, problem.parameters.position])).toEqual([[code, position]]);
  });

  it('names a value that the place cannot take', () => {
    const [problem] = problemsOf('line.price', { expected: valueType(types.flag) });
    expect(problem).toMatchObject({
      code: 'expression-result',
      path: 'technical.Receipt.lines.price',
      parameters: { expression: 'line.price', found: { en: 'a number' }, expected: { en: 'a condition' } },
    });
  });

  it('reports every problem of an expression, not only the first', () => {
    const codes = problemsOf('line.quantiti + rouns(1) > 2 && Quality.bad == line.quality').map(({ code }) => code);
    expect(codes).toEqual(['expression-unknown-field', 'expression-unknown-function', 'expression-unknown-member']);
  });

  it('says what was probably meant', () => {
    expect(problemsOf('line.quantiti')[0]?.parameters.suggestion).toMatchObject({ en: ' Did you mean «quantity»?' });
    expect(problemsOf('rouns(1)')[0]?.parameters.suggestion).toMatchObject({ en: ' Did you mean «round»?' });
    expect(problemsOf('Qualty.good')[0]?.parameters).toMatchObject({
      name: 'Qualty',
      suggestion: { en: ' Did you mean «Quality»?' },
    });
    expect(problemsOf('documnt.number')[0]?.parameters.suggestion).toMatchObject({ en: ' Did you mean «document»?' });
    expect(problemsOf('balance(Stck, {}).quantity')[0]?.parameters.suggestion).toMatchObject({
      en: ' Did you mean «Stock»?',
    });
  });

  it('gives the line and column in the source file', () => {
    const place = { file: 'Receipt.yaml', line: 12, column: 15 };
    expect(problemsOf('1 + quantity', { place })[0]?.place).toEqual({ file: 'Receipt.yaml', line: 12, column: 19 });
    expect(problemsOf('1 +\n  quantity', { place })[0]?.place).toEqual({ file: 'Receipt.yaml', line: 13, column: 3 });
  });

  it('refuses texts that are too long, too deep or too large', () => {
    expect(problemsOf(`${'1+'.repeat(3000)}1`)[0]?.code).toBe('expression-syntax');
    expect(problemsOf(`${'('.repeat(200)}1${')'.repeat(200)}`)[0]?.code).toBe('expression-syntax');
    expect(problemsOf(`${'1+'.repeat(1500)}1`)[0]?.code).toBe('expression-syntax');
    expect(problemsOf(`${'!'.repeat(3900)}true`)[0]?.code).toBe('expression-syntax');
  });

  it('fills every placeholder of its wording', () => {
    const samples = [
      '1 +',
      '1e5',
      '[1]',
      'x',
      'line.x',
      'line.price.x',
      'Quality.x',
      'document.lines',
      'x()',
      'round()',
      'upper(1)',
      '1 + "a"',
      'line.price ? 1 : 2',
    ];
    for (const [problem] of samples.map(text => problemsOf(text))) {
      if (problem === undefined) throw new Error('A sample has no problem.');
      const { en, ru } = catalogue[problem.code];
      const placeholders = [en.message, en.remedy, ru.message, ru.remedy].flatMap(text => [
        ...text.matchAll(/\{(\w+)\}/g),
      ]);
      expect(Object.keys(problem.parameters)).toEqual(expect.arrayContaining(placeholders.map(([, name]) => name)));
    }
  });
});

describe('conversions are written into the tree', () => {
  it('keeps every digit of a number', () => {
    const checked = checkExpression('12345678901234567890.000000000000000001', scope);
    expect(checked).toMatchObject({
      expression: { root: { op: 'literal', value: '12345678901234567890.000000000000000001' } },
    });
  });

  it('takes a minus before a number into the number', () => {
    expect(checkExpression('- 2.50', scope)).toMatchObject({ expression: { root: { op: 'literal', value: '-2.50' } } });
    expect(checkExpression('--2', scope)).toMatchObject({ expression: { root: { op: 'literal', value: '2' } } });
  });

  it('turns a reference into a composite one where that is wanted', () => {
    const expected = valueType({
      name: 'composite',
      storage: 'composite',
      targets: ['technical.Receipt', 'technical.Sale'],
    });
    expect(checkExpression('document', { ...scope, expected })).toMatchObject({
      expression: { root: { op: 'call', name: 'referenceToComposite', args: [{ name: 'identity' }] } },
    });
    expect(problemsOf('document.supplier', { expected })[0]?.code).toBe('expression-result');
  });

  it('gives null the type that is wanted', () => {
    expect(typeOf('null', { expected: valueType(types.money) })).toEqual(valueType(types.money));
  });

  it('freezes what it made', () => {
    const checked = checkExpression('line.price * 2', scope);
    if ('problems' in checked) throw new Error('The expression is good.');
    expect(Object.isFrozen(checked.expression.root)).toBe(true);
  });
});
