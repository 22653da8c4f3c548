import type { RawBuilder } from 'kysely';
import type { Attribute, Expression } from '#platform';
import { sqlCompiler } from '../../query/compile-expression.ts';
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
  const compilerOf = (more: Record<string, { alias: string }>) =>
    sqlCompiler({
      lookup: { object: path => shape.configuration.objects[path] },
      variables: {
        [shape.subject]: {
          alias: ':record',
          sections: Object.fromEntries(shape.sections.map(section => [section.name, rowsName(section)])),
        },
        ...(line === undefined ? {} : { line: { alias: line.line } }),
        ...more,
      },
      literals: 'inline',
    });
  const compiler = compilerOf({});
  const text = (built: RawBuilder<unknown>) => sqlText(built);
  return {
    value: expression => text(compiler.expression(expression)),
    columns: expression => [text(compiler.expression(expression))],
    joins: () => text(compiler.joins()),
    choosable: ({ choose, type }, column) => {
      const [target] = type.targets ?? [];
      if (choose === undefined || target === undefined) return 'true';
      const candidates = compilerOf({ value: { alias: ':value' } });
      const condition = text(candidates.filter(choose));
      return `exists (select from ${q(target)} as ":value" ${text(candidates.joins())} where ":value"."id" = ${column} and ${condition})`;
    },
  };
}
