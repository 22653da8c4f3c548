import type { Attribute, Problem } from '#platform';
import { columnsOf } from '../../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { problemLiteral, raiseProblem } from './problem-text.ts';
import { before, isNew, now, ofBefore, ofRecord, optionVariable, record, values } from './variables.ts';

/** Begins the record: an empty one, or the stored one, locked and of the version that was read, with the values sent. */
export function readBefore(shape: RecordShape): string {
  const { object, attributes, table } = shape;
  const booleans = attributes.filter(
    attribute => attribute.type.storage === 'boolean' && attribute.formula === undefined,
  );
  const empty = quoteLiteral(JSON.stringify(Object.fromEntries(booleans.map(({ name }) => [name, false]))));
  const missing: Problem = { code: 'record-not-found', path: object.path, parameters: { object: object.title } };
  return `if ${isNew} then
    ${record} := jsonb_populate_record(null::${q(table)}, ${empty}::jsonb || ${values});
    ${ofRecord('version')} := 1;
  else
    select * into ${before} from ${q(table)} where "id" = (input->>'id')::uuid for update;
    if not found then ${raiseProblem(problemLiteral(missing))} end if;
    if ${ofBefore('version')} <> (input->>'version')::integer then ${raiseProblem(conflict(shape))} end if;
    ${record} := jsonb_populate_record(${before}, ${values});
    ${ofRecord('version')} := ${ofBefore('version')} + 1;
  end if;
  ${ofRecord('id')} := (input->>'id')::uuid;
  ${keepHidden(shape)}
  ${cutPeriod(shape)}
  ${markRecord(shape)}`;
}

/** Who changed it, when and what, since the version that was read. */
function conflict({ object }: RecordShape): string {
  const known: Problem = { code: 'version-conflict', path: object.path, parameters: {} };
  const fields = `(select string_agg(distinct ":field", ',') from "_changes" as ":change" cross join unnest(":change"."fields") as ":field"
      where ":change"."object" = ${quoteLiteral(object.id)} and ":change"."record" = ${ofBefore('id')} and ":change"."version" > (input->>'version')::integer)`;
  const who = `(select ":user"."name" from "_users" as ":user" where ":user"."id" = ${ofBefore('changedBy')})`;
  return `${problemLiteral(known)} || jsonb_build_object('record', ${ofBefore('id')}, 'parameters', jsonb_build_object(
      'who', coalesce(${who}, ''), 'when', to_char(${ofBefore('changedAt')} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'fields', coalesce(${fields}, '')))`;
}

/** What an option hides keeps its stored value. */
function keepHidden({ configuration, attributes }: RecordShape): string {
  const restore = (attribute: Attribute) =>
    columnsOf(attribute).map(({ name }) => `${ofRecord(name)} := ${ofBefore(name)};`);
  return attributes
    .flatMap(attribute => {
      const option = attribute.option === undefined ? undefined : configuration.objects[attribute.option];
      if (option === undefined || attribute.formula !== undefined) return [];
      return `if not ${isNew} and not ${optionVariable(option)} then ${restore(attribute).join(' ')} end if;`;
    })
    .join('\n  ');
}

function cutPeriod({ periodicity }: RecordShape): string {
  if (periodicity === undefined) return '';
  return `${ofRecord('period')} := date_trunc(${quoteLiteral(periodicity)}, coalesce(${ofRecord('period')}, ${now}::date))::date;`;
}

function markRecord({ attributes, object }: RecordShape): string {
  if (!attributes.some(({ standard, name }) => standard && name === 'deletionMark')) return '';
  const set = `if input ? 'mark' then ${ofRecord('deletionMark')} := (input->>'mark')::boolean; end if;`;
  if (!attributes.some(({ standard, name }) => standard && name === 'predefined')) return set;
  const problem: Problem = { code: 'predefined-stays', path: object.path, parameters: {} };
  return `if (input->>'mark')::boolean and ${ofBefore('predefined')} is not null then
    ${raiseProblem(`${problemLiteral(problem)} || jsonb_build_object('parameters', jsonb_build_object('found', ${ofBefore('predefined')}))`)}
  end if;
  ${set}`;
}
