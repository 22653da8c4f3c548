import { sql } from 'kysely';
import type { Attribute, Expression } from '#platform';
import { sqlCompiler } from '../../query/compile-expression.ts';
import type { SqlVariable } from '../../query/expression-frame.ts';
import { metadataLookup } from '../../query/metadata-lookup.ts';
import { sqlText } from '../../query/sql-text.ts';
import { quoteIdentifier as q } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { rowsName } from './variables.ts';

/** Expressions of one statement of a save function, as SQL text; `joins` is asked for last. */
export interface ExpressionScope {
  value(expression: Expression): string;
  /** One text per column that the value fills. */
  columns(expression: Expression): string[];
  /** Whether the record that `column` refers to is one that the attribute lets choose. */
  choosable(attribute: Attribute, column: string): string;
  joins(): string;
}

/** The record is the function's variable; `line`, where there is one, is a row of the section's lines. */
export function expressionScope(shape: RecordShape, line?: { readonly line: string }): ExpressionScope {
  const compilerOf = (more: Readonly<Record<string, SqlVariable>>) =>
    sqlCompiler({
      lookup: metadataLookup(shape.configuration),
      variables: {
        [shape.subject]: {
          alias: ':record',
          sections: Object.fromEntries(shape.sections.map(section => [section.name, rowsName(section)])),
        },
        now: { value: sql`${sql.id(':now')}::timestamp` },
        ...(line === undefined ? {} : { line: { alias: line.line } }),
        ...more,
      },
      user: { id: sql.id(':user') },
      literals: 'inline',
    });
  const compiler = compilerOf({});
  return {
    value: expression => sqlText(compiler.expression(expression)),
    columns: expression => compiler.columns(expression).map(sqlText),
    joins: () => sqlText(compiler.joins()),
    choosable: ({ choose, type }, column) => {
      const [target] = type.targets ?? [];
      if (choose === undefined || target === undefined) return 'true';
      const candidates = compilerOf({ value: { alias: ':value' } });
      const condition = sqlText(candidates.filter(choose));
      const joins = sqlText(candidates.joins());
      return `exists (select from ${q(target)} as ":value" ${joins} where ":value"."id" = ${column} and ${condition})`;
    },
  };
}
