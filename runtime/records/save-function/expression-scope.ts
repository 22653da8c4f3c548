import { sql } from 'kysely';
import type { Attribute, Expression } from '#platform';
import { type SqlCompiler, sqlCompiler } from '../../query/compile-expression.ts';
import type { SqlVariable } from '../../query/expression-frame.ts';
import { metadataLookup } from '../../query/metadata-lookup.ts';
import { sqlText } from '../../query/sql-text.ts';
import { columnsOf } from '../../storage/columns.ts';
import type { RecordShape } from '../record-shape.ts';
import { rowsName } from './variables.ts';

/** Expressions of one statement of a save function, as SQL text; `joins` is asked for last. */
export interface ExpressionScope {
  value(expression: Expression): string;
  /** One text per column that the value fills. */
  columns(expression: Expression): string[];
  /** Whether the record that the attribute of this row (its alias or variable) refers to is one it lets choose. */
  choosable(attribute: Attribute, row: string): string;
  joins(): string;
}

/** The record is the function's variable; `line`, where there is one, is a row of the section's lines. */
export function expressionScope(shape: RecordShape, line?: { readonly line: string }): ExpressionScope {
  const compilers: SqlCompiler[] = [];
  const compilerOf = (more: Readonly<Record<string, SqlVariable>>) => {
    const compiler = sqlCompiler({
      lookup: metadataLookup(shape.configuration),
      variables: { ...variablesOf(shape, line), ...more },
      user: { id: sql.id(':user') },
      literals: 'inline',
      prefix: `j${compilers.length}_`,
    });
    compilers.push(compiler);
    return compiler;
  };
  const compiler = compilerOf({});
  return {
    value: expression => sqlText(compiler.expression(expression)),
    columns: expression => compiler.columns(expression).map(sqlText),
    choosable: ({ name, type, choose }, row) => {
      if (choose === undefined) return 'true';
      const [value = sql``, target] = columnsOf({ name, type }).map(column => sql.id(row, column.name));
      return sqlText(compilerOf({ value: { value, ...(target && { target }) } }).filter(choose));
    },
    joins: () => compilers.map(one => sqlText(one.joins())).join(' '),
  };
}

function variablesOf(shape: RecordShape, line?: { readonly line: string }): Record<string, SqlVariable> {
  return {
    [shape.subject]: {
      alias: ':record',
      sections: Object.fromEntries(shape.sections.map(section => [section.name, rowsName(section)])),
    },
    now: { value: sql`${sql.id(':now')}::timestamp` },
    ...(line === undefined ? {} : { line: { alias: line.line } }),
  };
}
