import { isDate, isDateTime, isMonth } from './calendar.ts';
import { type Checker, report } from './checker.ts';
import { describeType } from './describe-type.ts';
import type { ExpressionNode, ExpressionType } from './expression.ts';
import { booleanType, dateTimeType, dateType, decimalType, monthType, nullType, textType } from './expression-type.ts';
import type { SyntaxNode } from './parse-expression.ts';

/** A literal. Numbers are read again from the text, because the parser has already put them through a float. */
export function checkLiteral(
  checker: Checker,
  syntax: SyntaxNode & { readonly op: 'value' },
): ExpressionNode | undefined {
  const value = syntax.args;
  if (value === null) return { op: 'literal', type: nullType, value };
  if (typeof value === 'boolean') return { op: 'literal', type: booleanType, value };
  if (typeof value === 'string') return checkText(checker, syntax, value);
  const written = checker.text.slice(syntax.start, syntax.end);
  if (!/^\d+(\.\d+)?$/.test(written)) return reportLiteral(checker, { syntax, written, expected: decimalType });
  return { op: 'literal', type: decimalType, value: written.replace(/^0+(?=\d)/, '') };
}

function checkText(checker: Checker, syntax: SyntaxNode, value: string): ExpressionNode | undefined {
  const storable = value.isWellFormed() && !value.includes('\0');
  if (storable) return { op: 'literal', type: textType, value };
  return reportLiteral(checker, { syntax, written: JSON.stringify(value), expected: textType });
}

/** `date('2026-01-31')`, `dateTime('2026-01-31T10:00:00')`, `month('2026-01')`: a moment written as text. */
export function checkMomentLiteral(
  checker: Checker,
  name: string,
  syntax: SyntaxNode,
): { readonly node: ExpressionNode | undefined } | undefined {
  const moment = moments[name];
  if (moment === undefined || syntax.op !== 'value' || typeof syntax.args !== 'string') return undefined;
  const value = syntax.args;
  if (moment.valid(value)) return { node: { op: 'literal', type: moment.type, value } };
  return { node: reportLiteral(checker, { syntax, written: `'${value}'`, expected: moment.type }) };
}

const moments: Readonly<Record<string, { readonly type: ExpressionType; readonly valid: (text: string) => boolean }>> =
  {
    date: { type: dateType, valid: isDate },
    dateTime: { type: dateTimeType, valid: isDateTime },
    month: { type: monthType, valid: isMonth },
  };

function reportLiteral(
  checker: Checker,
  {
    syntax,
    written,
    expected,
  }: { readonly syntax: SyntaxNode; readonly written: string; readonly expected: ExpressionType },
): undefined {
  const found = written;
  return report(checker, 'expression-literal', { start: syntax.start, found, expected: describeType(expected) });
}
