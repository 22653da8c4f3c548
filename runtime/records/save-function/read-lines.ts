import type { Attribute, Section } from '#platform';
import { columnsOf } from '../../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { isNew, linesVariable, ofRecord, optionVariable } from './variables.ts';

/** Takes the lines of a section over. Those that were not sent, or that an option hides, stay as they are stored. */
export function readLines(shape: RecordShape, section: Section): string {
  const option = section.option === undefined ? undefined : shape.configuration.objects[section.option];
  const shown = option === undefined ? 'true' : optionVariable(option);
  const lines = linesVariable(section);
  return `if input->'sections' ? ${quoteLiteral(section.name)} and ${shown} then
    ${lines} := input->'sections'->${quoteLiteral(section.name)};
    ${section.attributes.map(attribute => keepHidden(shape, section, attribute)).join('')}
  elsif ${isNew} then
    ${lines} := '[]';
  else
    select coalesce(jsonb_agg(to_jsonb(":stored") order by ":stored"."line"), '[]') into ${lines}
      from ${q(section.path)} as ":stored" where ":stored"."record" = ${ofRecord('id')};
  end if;`;
}

/** What an option hides in a line keeps the value that the line in its place has; a new line has none. */
function keepHidden({ configuration }: RecordShape, section: Section, attribute: Attribute): string {
  const option = attribute.option === undefined ? undefined : configuration.objects[attribute.option];
  if (option === undefined || attribute.formula !== undefined) return '';
  const lines = linesVariable(section);
  const kept = columnsOf(attribute).map(({ name }) => `${quoteLiteral(name)}, to_jsonb(":stored".${q(name)})`);
  return `if not ${optionVariable(option)} then
      select coalesce(jsonb_agg(":given"."json" || jsonb_build_object(${kept.join(', ')}) order by ":given"."line"), '[]') into ${lines}
      from jsonb_array_elements(${lines}) with ordinality as ":given"("json", "line")
      left join ${q(section.path)} as ":stored" on ":stored"."record" = ${ofRecord('id')} and ":stored"."line" = ":given"."line";
    end if;
    `;
}
