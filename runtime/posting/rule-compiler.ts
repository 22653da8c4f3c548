import type { Attribute, Configuration, Expression, MetadataObject, Section } from '#platform';
import { sqlCompiler } from '../query/compile-expression.ts';
import { metadataLookup } from '../query/metadata-lookup.ts';
import { sqlText } from '../query/sql-text.ts';
import { columnsOf } from '../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';

/** Expressions of one generated query as SQL text. `joins` is asked for last: it holds what the others walked. */
export interface RuleCompiler {
  value(expression: Expression): string;
  /** True only where the condition is true. */
  condition(expression: Expression): string;
  /** The value as the columns that keep an attribute, named; empty without an expression. */
  columns(attribute: Attribute, expression: Expression | undefined): string[];
  /** Whether a functional option is on. */
  option(path: string): string;
  joins(): string;
}

/** For rules of a document: rows of the document are called `d`, lines of the section `l`. */
export function ruleCompiler(
  configuration: Configuration,
  document: MetadataObject,
  section: Section | undefined,
): RuleCompiler {
  return compilerOver(configuration, {
    [document.entity?.subject ?? 'document']: { alias: 'd' },
    ...(section === undefined ? {} : { line: { alias: 'l' } }),
  });
}

/** For constraints: the balance is the row `alias` with the register's resources as columns. */
export function balanceCompiler(configuration: Configuration, alias: string): RuleCompiler {
  return compilerOver(configuration, { balance: { alias } });
}

function compilerOver(configuration: Configuration, variables: Record<string, { alias: string }>): RuleCompiler {
  const compiler = sqlCompiler({ lookup: metadataLookup(configuration), variables, literals: 'inline' });
  return {
    value: expression => sqlText(compiler.expression(expression)),
    condition: expression => sqlText(compiler.filter(expression)),
    columns: (attribute, expression) =>
      namedColumns(attribute, expression === undefined ? [] : compiler.columns(expression).map(sqlText)),
    option: path => optionState(configuration, path),
    joins: () => ` ${sqlText(compiler.joins())}`,
  };
}

function namedColumns(attribute: Attribute, values: readonly string[]): string[] {
  return columnsOf(attribute).map(({ name, type }, index) => `(${values[index] ?? 'null'})::${type} as ${q(name)}`);
}

function optionState(configuration: Configuration, path: string): string {
  const option = configuration.objects[path];
  const initially = option?.functionalOption?.default ?? false;
  return `coalesce((select is_on from _options where object = ${quoteLiteral(option?.id ?? '')}), ${initially})`;
}
