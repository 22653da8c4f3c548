import { columnsOf } from '../../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../../storage/quoting.ts';
import { jsonOfRow } from '../json-of-row.ts';
import { hasGroups, type RecordShape } from '../record-shape.ts';
import { allocateNumber, keepNumber } from './allocate-number.ts';
import { computeValues } from './compute-values.ts';
import { findProblems } from './find-problems.ts';
import { lockMoves } from './hierarchy-problems.ts';
import { decidePosting, postRecord } from './post-record.ts';
import { raiseProblems } from './problem-text.ts';
import { readBefore } from './read-before.ts';
import { readLines } from './read-lines.ts';
import { readClosed, refuseClosed } from './refuse-closed.ts';
import { sectionRows } from './section-rows.ts';
import * as variable from './variables.ts';
import { writeRows } from './write-rows.ts';

/**
 * The function that writes one record in one round trip. `input` is what `columnsOfWrite` makes of a write, with
 * `id`, `new` and what to do: `post` (true, false), `mark` (true, false), or `only`: `'values'` answers the record with defaults
 * and formulas and writes nothing, `'unnumbered'` writes without taking a number, for a transaction that is rolled back.
 *
 * Statements, those of foreign keys included, are planned once per connection, and never as sequential scans: a plan made
 * while a table was empty would stay.
 */
export function saveFunction(shape: RecordShape): string {
  const { statements, computed } = computeValues(shape);
  const body = [
    readClosed(shape),
    readBefore(shape),
    decidePosting(shape),
    keepNumber(shape),
    ...shape.sections.map(section => readLines(shape, section)),
    hasGroups(shape) ? `${variable.isItem} := not coalesce(${variable.ofRecord('isGroup')}, false);` : '',
    ...statements,
    answerValues(shape, computed),
    lockMoves(shape),
    refuseClosed(shape),
    `if not (input ? 'mark') then`,
    ...findProblems(shape, computed),
    'end if;',
    raiseProblems,
    `if input->>'only' is distinct from 'unnumbered' then ${allocateNumber(shape)} end if;`,
    writeRows(shape, computed),
    postRecord(shape),
    answer(shape),
  ];
  return `create or replace function ${q(`${shape.object.path}:save`)}(input jsonb, context jsonb) returns jsonb language plpgsql set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off as ${dollarQuoted(`
#variable_conflict use_column
declare
  ${declarations(shape).join('\n  ')}
begin
  ${body.filter(statement => statement !== '').join('\n  ')}
end `)}`;
}

function declarations(shape: RecordShape): string[] {
  const { configuration, attributes, sections, table } = shape;
  const hidden = variable.optionPaths([...attributes, ...sections, ...sections.flatMap(section => section.attributes)]);
  return [
    `${variable.record} ${q(table)}%rowtype;`,
    `${variable.before} ${q(table)}%rowtype;`,
    `${variable.values} jsonb := coalesce(input->'values', '{}');`,
    `${variable.isNew} boolean := coalesce((input->>'new')::boolean, false);`,
    `${variable.isItem} boolean := true;`,
    `${variable.user} uuid := (context->>'user')::uuid;`,
    `${variable.now} timestamptz := (context->>'now')::timestamptz;`,
    `${variable.problems} jsonb := '[]';`,
    `${variable.found} jsonb;`,
    `${variable.closed} date;`,
    `${variable.changed} text[] := '{}';`,
    `${variable.rowCount} bigint;`,
    `${variable.series} text;`,
    `${variable.candidate} bigint;`,
    ...hidden.flatMap(path => {
      const option = configuration.objects[path];
      if (option?.functionalOption === undefined) return [];
      return `${variable.optionVariable(option)} boolean := ${variable.optionState(option, option.functionalOption)};`;
    }),
    ...sections.flatMap(section => [
      `${variable.linesVariable(section)} jsonb;`,
      `${variable.refusedVariable(section)} boolean := true;`,
      ...section.attributes
        .flatMap(columnsOf)
        .map(({ name, type }) => `${variable.columnVariable(section, name)} ${type}[];`),
    ]),
  ];
}

/** What a form asks for before anything is written. */
function answerValues(shape: RecordShape, computed: ReadonlySet<string>): string {
  const sections = shape.sections.map(section => {
    const rows = `select ${jsonOfRow(section.attributes, '":line"')} as "json", ":line"."line" from ${sectionRows(section, computed)} as ":line"`;
    return `${quoteLiteral(section.name)}, (select coalesce(jsonb_agg(":rows"."json" order by ":rows"."line"), '[]') from (${rows}) as ":rows")`;
  });
  return `if input->>'only' = 'values' then
    return jsonb_build_object('values', ${jsonOfRow(shape.attributes, variable.record)}, 'sections', jsonb_build_object(${sections.join(', ')}));
  end if;`;
}

function answer({ numbering }: RecordShape): string {
  const number = numbering === undefined ? 'null' : variable.ofRecord(numbering.attribute);
  return `return jsonb_build_object('id', ${variable.ofRecord('id')}, 'version', ${variable.ofRecord('version')}, 'number', ${number});`;
}

/** Texts of metadata may contain anything, a dollar quote included. */
function dollarQuoted(body: string): string {
  let tag = '$save$';
  while (body.includes(tag)) tag = `$${tag.slice(1, -1)}x$`;
  return `${tag}${body}${tag}`;
}
