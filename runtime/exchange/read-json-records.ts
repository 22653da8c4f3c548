import type { Attribute } from '#platform';
import { attributeNamed, roleOf, sectionNamed, unknownColumn } from './import-columns.ts';
import type { ImportFile } from './import-file.ts';
import { type ImportRow, importRow } from './import-row.ts';
import { putValue } from './put-value.ts';
import { broken } from './read-csv.ts';
import type { ImportTarget } from './read-csv-records.ts';
import { readLines } from './read-lines.ts';

/**
 * The records of a JSON Lines file: `{"id"?, "values": {…}, "sections"?: {"lines": [{…}]}, "post"?}` on each line, which is
 * what export writes.
 */
export async function* readJsonRecords(file: ImportFile, target: ImportTarget): AsyncGenerator<ImportRow> {
  for await (const { row, text } of readLines(file)) yield jsonRecord(text, row, target);
}

/** One line of such a file. */
export function jsonRecord(text: string, number: number, target: ImportTarget): ImportRow {
  const found = parsed(text);
  const sections = isObject(found) ? found['sections'] : undefined;
  const row = importRow(number, isObject(sections));
  if (!isObject(found) || !isObject(found['values'])) {
    row.bad.push({ column: '', problem: broken(number, 'JSON {"values": {…}}') });
    return row;
  }
  if (typeof found['id'] === 'string') row.id = found['id'].toLowerCase();
  if (typeof found['post'] === 'boolean') row.post = found['post'];
  putAll(row, found['values'], { attributes: target.entity.attributes, into: row.values, prefix: '', target });
  if (isObject(sections)) putSections(row, sections, target);
  return row;
}

interface Fields {
  readonly attributes: readonly Attribute[];
  readonly into: ImportRow['values'];
  /** 'lines.3.' in front of the names of columns in messages. */
  readonly prefix: string;
  readonly target: ImportTarget;
}

function putAll(row: ImportRow, found: Readonly<Record<string, unknown>>, fields: Fields): void {
  const { attributes, into, prefix, target } = fields;
  for (const [name, value] of Object.entries(found)) {
    const column = `${prefix}${name}`;
    const attribute = attributeNamed(name, attributes);
    if (attribute === undefined) {
      row.bad.push({ column, problem: unknownColumn(name, target.object, attributes) });
      continue;
    }
    const role = roleOf(attribute, target.object.posting !== undefined);
    if (role === 'posted') row.post ??= value === true;
    if (role === 'value') putValue(row, { attribute, column, into }, value, target.configuration);
  }
}

function putSections(row: ImportRow, found: Readonly<Record<string, unknown>>, target: ImportTarget): void {
  for (const [name, lines] of Object.entries(found)) {
    const section = sectionNamed(name, target.entity);
    if (section === undefined || !Array.isArray(lines)) {
      const allowed = target.entity.sections.map(one => one.name).join(', ');
      const parameters = { object: target.object.title, section: name, allowed };
      row.bad.push({ column: name, problem: { code: 'import-section-unknown', path: target.object.path, parameters } });
      continue;
    }
    const filled = lines.map((line: unknown, index) => {
      const into: ImportRow['values'] = {};
      const prefix = `${name}.${index + 1}.`;
      if (isObject(line)) putAll(row, line, { attributes: section.attributes, into, prefix, target });
      return into;
    });
    if (row.sections !== undefined) row.sections[name] = filled;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
