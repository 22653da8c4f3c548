import type { Attribute } from '#platform';
import type { RecordShape } from '../records/record-shape.ts';
import { attributeNamed, roleOf, sectionNamed, unknownColumn } from './import-columns.ts';
import type { ImportFile } from './import-file.ts';
import { type ImportRow, importRow } from './import-row.ts';
import { putValue } from './put-value.ts';
import { broken } from './read-csv.ts';
import { readLines } from './read-lines.ts';

/**
 * The records of a JSON Lines file: `{"id"?, "values": {…}, "sections"?: {"lines": [{…}]}, "post"?}` on each line, which is
 * what export writes.
 */
export async function* readJsonRecords(file: ImportFile, shape: RecordShape): AsyncGenerator<ImportRow> {
  for await (const { row, text } of readLines(file)) yield jsonRecord(text, row, shape);
}

/** One line of such a file. */
export function jsonRecord(text: string, number: number, shape: RecordShape): ImportRow {
  const found = parsed(text);
  const sections = isObject(found) ? found['sections'] : undefined;
  const row = importRow(number, isObject(sections));
  if (!isObject(found) || !isObject(found['values'])) {
    row.bad.push({ column: '', problem: broken(number, 'JSON {"values": {…}}') });
    return row;
  }
  if (typeof found['id'] === 'string') row.id = found['id'].toLowerCase();
  if (typeof found['post'] === 'boolean') row.post = found['post'];
  putAll(row, found['values'], { attributes: shape.attributes, into: row.values, prefix: '', shape });
  if (isObject(sections)) putSections(row, sections, shape);
  return row;
}

interface Fields {
  readonly attributes: readonly Attribute[];
  readonly into: ImportRow['values'];
  /** 'lines.3.' in front of the names of columns in messages. */
  readonly prefix: string;
  readonly shape: RecordShape;
}

function putAll(row: ImportRow, found: Readonly<Record<string, unknown>>, fields: Fields): void {
  const { attributes, into, prefix, shape } = fields;
  for (const [name, value] of Object.entries(found)) {
    const column = `${prefix}${name}`;
    const attribute = attributeNamed(name, attributes);
    if (attribute === undefined) {
      row.bad.push({ column, problem: unknownColumn(name, shape, attributes) });
      continue;
    }
    const role = roleOf(attribute, shape);
    if (role === 'posted') row.post ??= value === true;
    if (role === 'value') putValue(row, { attribute, column, into, found: value }, shape.configuration);
  }
}

function putSections(row: ImportRow, found: Readonly<Record<string, unknown>>, shape: RecordShape): void {
  for (const [name, lines] of Object.entries(found)) {
    const section = sectionNamed(name, shape);
    if (section === undefined || !Array.isArray(lines)) {
      const allowed = shape.sections.map(one => one.name).join(', ');
      const parameters = { object: shape.object.title, section: name, allowed };
      row.bad.push({ column: name, problem: { code: 'import-section-unknown', path: shape.object.path, parameters } });
      continue;
    }
    const filled = lines.map((line: unknown, index) => {
      const into: ImportRow['values'] = {};
      const prefix = `${name}.${index + 1}.`;
      if (isObject(line)) putAll(row, line, { attributes: section.attributes, into, prefix, shape });
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
