import type { Attribute, Section } from '#platform';
import { columnsOf } from '../../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { sectionRows } from './section-rows.ts';
import { changed, isNew, linesVariable, now, ofBefore, ofRecord, rowCount, user } from './variables.ts';

/** Statements that write the record, the lines that differ, and who changed what; a new record takes a single one. */
export function writeRows(shape: RecordShape, computed: ReadonlySet<string>): string {
  return `${changedFields(shape)}
  if ${isNew} then
    ${insertAll(shape, computed)};
  else
    ${shape.sections.map(section => replaceLines(section, computed)).join('\n    ')}
    if ${changed} <> '{}' then
      ${updateRecord(shape)}
      ${logChange(shape)};
    else
      ${ofRecord('version')} := ${ofBefore('version')};
    end if;
  end if;`;
}

function insertAll(shape: RecordShape, computed: ReadonlySet<string>): string {
  const rows = [insertRecord(shape), ...shape.sections.map(section => insertLines(section, computed))];
  return `with ${rows.map((insert, place) => `":written:${place}" as (${insert})`).join(',\n    ')}
    ${logChange(shape)}`;
}

function changedFields({ attributes }: RecordShape): string {
  const differs = (attribute: Attribute) =>
    columnsOf(attribute)
      .map(({ name }) => `${ofBefore(name)} is distinct from ${ofRecord(name)}`)
      .join(' or ');
  const fields = attributes.map(attribute => ({ name: attribute.name, differs: differs(attribute) }));
  const cases = fields.map(field => `case when ${field.differs} then ${quoteLiteral(field.name)} end`);
  return `if not ${isNew} then ${changed} := array_remove(array[${cases.join(', ')}]::text[], null); end if;`;
}

function insertRecord(shape: RecordShape): string {
  const columns = [...stamps(shape.keepsCreation), ...valueColumns(shape)];
  const names = columns.map(({ name }) => q(name)).join(', ');
  return `insert into ${q(shape.table)} (${names}) values (${columns.map(({ value }) => value).join(', ')})`;
}

function updateRecord(shape: RecordShape): string {
  const columns = [...stamps(false).filter(({ name }) => name !== 'id'), ...valueColumns(shape)];
  const set = columns.map(({ name, value }) => `${q(name)} = ${value}`).join(', ');
  return `update ${q(shape.table)} set ${set} where "id" = ${ofRecord('id')};`;
}

function stamps(creation: boolean): { name: string; value: string }[] {
  return [
    { name: 'id', value: ofRecord('id') },
    { name: 'version', value: ofRecord('version') },
    ...(creation ? [{ name: 'createdAt', value: now }] : []),
    { name: 'changedAt', value: now },
    { name: 'changedBy', value: user },
  ];
}

function valueColumns({ attributes }: RecordShape): { name: string; value: string }[] {
  return attributes.flatMap(columnsOf).map(({ name }) => ({ name, value: ofRecord(name) }));
}

function insertLines(section: Section, computed: ReadonlySet<string>): string {
  const names = section.attributes.flatMap(columnsOf).map(({ name }) => q(name));
  const row = names.map(name => `":line".${name}`);
  return `insert into ${q(section.path)} ("record", "line"${names.map(name => `, ${name}`).join('')})
      select ${[ofRecord('id'), '":line"."line"', ...row].join(', ')} from ${sectionRows(section, computed)} as ":line"`;
}

/** Lines that are the same stay untouched. */
function replaceLines(section: Section, computed: ReadonlySet<string>): string {
  const names = section.attributes.flatMap(columnsOf).map(({ name }) => q(name));
  const set = names.map(name => `${name} = excluded.${name}`).join(', ');
  const differs = names.map(name => `":stored".${name} is distinct from excluded.${name}`).join(' or ');
  const insert = insertLines(section, computed).replace(
    `insert into ${q(section.path)}`,
    `insert into ${q(section.path)} as ":stored"`,
  );
  const onConflict = names.length === 0 ? 'do nothing' : `do update set ${set} where ${differs}`;
  const count = `get diagnostics ${rowCount} = row_count;
    if ${rowCount} > 0 then ${changed} := array_append(array_remove(${changed}, ${quoteLiteral(section.name)}), ${quoteLiteral(section.name)}); end if;`;
  return `delete from ${q(section.path)} where "record" = ${ofRecord('id')} and "line" > jsonb_array_length(${linesVariable(section)});
    ${count}
    ${insert} on conflict ("record", "line") ${onConflict};
    ${count}`;
}

function logChange({ object }: RecordShape): string {
  return `insert into "_changes" ("object", "record", "version", "changedBy", "changedAt", "fields")
      values (${quoteLiteral(object.id)}, ${ofRecord('id')}, ${ofRecord('version')}, ${user}, ${now}, ${changed})`;
}
