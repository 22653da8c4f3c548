import type { Attribute, Configuration, MetadataObject, PostingRule, Section } from '#platform';
import { columnList, movementHead, type RegisterLayout } from '../registers/register-layout.ts';
import { columnsOf } from '../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import { type RuleCompiler, ruleCompiler } from './rule-compiler.ts';

/** What of a document's metadata and of one register the rules between them need. */
export interface RuleContext {
  readonly configuration: Configuration;
  readonly document: MetadataObject;
  readonly layout: RegisterLayout;
  readonly rules: readonly PostingRule[];
}

/** The name of the function that answers the movements of a document type for a register. */
export function movementsFunctionName(document: MetadataObject, register: MetadataObject): string {
  return `${document.path}:moves:${register.id}`;
}

/** Columns that say where a movement came from; they are not stored. */
export const movementSource = ['source:section', 'source:line'] as const;

/**
 * The function that computes, for any set of documents, the movements their rules make for one register. It is plain
 * SQL that the planner inlines into whoever reads it: posting, preview and explanation compute the same.
 */
export function movementsFunction(context: RuleContext): string {
  const { document, layout, rules } = context;
  const columns = [...movementHead, ...layout.key, ...layout.resources, ...layout.attributes, ...movementSource];
  const made = rules.map((rule, index) => ruleQuery(context, rule, index)).join('\nunion all\n');
  return `create or replace function ${q(movementsFunctionName(document, layout.object))}(_ids uuid[])
returns table (${resultColumns(layout)}) language sql stable as $function$
select ${columnList(columns)} from (
${made}) as made
$function$`;
}

function resultColumns(layout: RegisterLayout): string {
  const { dimensions, resources, attributes } = layout.register;
  const typed = [...dimensions, ...resources, ...attributes]
    .flatMap(columnsOf)
    .map(({ name, type }) => `${q(name)} ${type}`);
  const head = [
    'period timestamp(3)',
    'recorder uuid',
    '"recorder:type" text',
    'line integer',
    'rule text',
    'movement smallint',
  ];
  return [...head, ...typed, '"source:section" text', '"source:line" integer'].join(', ');
}

/** One version of one rule as a query. Document rows are called `d`, section lines `l`. */
function ruleQuery(context: RuleContext, rule: PostingRule, index: number): string {
  const { document, layout } = context;
  const section = document.entity?.sections.find(({ name }) => name === rule.each);
  const compiler = ruleCompiler(context.configuration, document, section);
  const values = valueColumns(layout, rule, compiler);
  const conditions = [
    'd.id = any(_ids)',
    ...validity(rule),
    ...[document.option, layout.object.option, section?.option, rule.option]
      .filter(path => path !== undefined)
      .map(path => compiler.option(path)),
    ...(rule.when === undefined ? [] : [compiler.condition(rule.when)]),
  ];
  const lines = section === undefined ? '' : linesOf(section);
  const columns = [
    `${periodOf(layout)} as period`,
    'd.id as recorder',
    `${quoteLiteral(document.id)}::text as "recorder:type"`,
    `${lineNumber(context.rules, index, section !== undefined)} as line`,
    `${quoteLiteral(rule.id)}::text as rule`,
    `${direction[rule.movement].stored}::smallint as movement`,
    ...values,
    `${section === undefined ? 'null' : quoteLiteral(section.name)}::text as "source:section"`,
    `${section === undefined ? 'null::integer' : 'l.line'} as "source:line"`,
  ];
  return `select ${columns.join(',\n  ')}
from ${q(document.path)} d${lines}${compiler.joins()}
where ${conditions.map(condition => `(${condition})`).join(' and ')}`;
}

/**
 * The lines of each document, looked up document by document: `offset 0` keeps the planner from joining otherwise. While the
 * table is small it would merge whole tables, and go on doing so when they are large.
 */
function linesOf({ path }: Section): string {
  return ` cross join lateral (select * from ${q(path)} lines where lines.record = d.id offset 0) l`;
}

/** How the kinds of movement are stored and whether they take away. */
const direction = {
  receipt: { stored: 1, negative: false },
  expense: { stored: -1, negative: true },
  turnover: { stored: 0, negative: false },
  record: { stored: 0, negative: false },
} as const satisfies Record<PostingRule['movement'], { stored: number; negative: boolean }>;

function valueColumns(layout: RegisterLayout, rule: PostingRule, compiler: RuleCompiler): string[] {
  const { dimensions, resources, attributes } = layout.register;
  const plain = (attribute: Attribute) => compiler.columns(attribute, rule.set[attribute.name]);
  if (!layout.keepsTurnovers) return [...dimensions, ...resources, ...attributes].flatMap(plain);
  return [
    ...dimensions.flatMap(plain),
    ...resources.map(resource => summed(resource, rule, compiler)),
    ...attributes.flatMap(plain),
  ];
}

/** A resource that adds up is never null, is rounded to what the column keeps, and carries its sign. */
function summed(resource: Attribute, rule: PostingRule, compiler: RuleCompiler): string {
  const expression = rule.set[resource.name];
  const value = expression === undefined ? '0' : `coalesce(${compiler.value(expression)}, 0)`;
  const signed = direction[rule.movement].negative ? `-(${value})` : value;
  return columnsOf(resource)
    .map(({ name, type }) => `(${signed})::${type} as ${q(name)}`)
    .join(', ');
}

function validity(rule: PostingRule): string[] {
  return [
    ...(rule.from === '0001-01-01' ? [] : [`d.date >= ${quoteLiteral(rule.from)}::date`]),
    ...(rule.until === undefined ? [] : [`d.date < ${quoteLiteral(rule.until)}::date`]),
  ];
}

const periodUnits = { day: 'day', month: 'month', quarter: 'quarter', year: 'year' } as const;

function periodOf(layout: RegisterLayout): string {
  const periodicity = layout.register.information?.periodicity ?? 'none';
  return periodicity === 'none'
    ? 'd.date'
    : `date_trunc(${quoteLiteral(periodUnits[periodicity])}, d.date)::timestamp(3)`;
}

/**
 * Lines are unique within recorder and register. Versions of one rule exclude each other, so a single rule keeps the
 * number of the section line it stands for; several rules are numbered through.
 */
function lineNumber(rules: readonly PostingRule[], index: number, perLine: boolean): string {
  const names = new Set(rules.map(rule => rule.name));
  if (names.size === 1) return perLine ? 'l.line' : '1';
  const ordinal = [...names].indexOf(rules[index]?.name ?? '');
  return perLine ? `(l.line - 1) * ${names.size} + ${ordinal + 1}` : `${ordinal + 1}`;
}
