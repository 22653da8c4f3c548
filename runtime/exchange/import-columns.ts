import { type Attribute, isWritable, languages, type Problem, ProblemError, type Section, textIn } from '#platform';
import type { RecordShape } from '../records/record-shape.ts';

/** What a column of a CSV file is: an attribute, the record's id, or nothing that a client may write. */
export interface ImportColumn {
  readonly name: string;
  readonly attribute?: Attribute;
  readonly role: 'value' | 'id' | 'posted' | 'record' | 'ignored';
}

/** The column of a file of lines that names the record each is of. */
export const recordColumn = 'record';

/**
 * The columns that the first line of a file names: by names of attributes or their titles in any language. Columns that the
 * server fills (formulas, the version) may stand there and are passed over. Throws every unknown or doubled column.
 */
export function importColumns(header: readonly string[], shape: RecordShape): readonly ImportColumn[] {
  return columnsOfHeader(header, shape, { attributes: shape.attributes, named: name => columnNamed(name, shape) });
}

/** The same for a file of the lines of a section, which must also name the record of each. */
export function lineColumns(header: readonly string[], shape: RecordShape, section: Section): readonly ImportColumn[] {
  const { attributes } = section;
  const columns = columnsOfHeader(header, shape, { attributes, named: name => lineColumnNamed(name, section, shape) });
  if (columns.some(({ role }) => role === 'record')) return columns;
  throw new ProblemError([{ code: 'import-column-missing', path: section.path, parameters: { column: recordColumn } }]);
}

interface Known {
  readonly attributes: readonly Attribute[];
  readonly named: (name: string) => ImportColumn | undefined;
}

function columnsOfHeader(header: readonly string[], shape: RecordShape, known: Known): readonly ImportColumn[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const columns = header.map((cell): ImportColumn => {
    const name = cell.trim();
    const column = known.named(name);
    const key = column?.attribute?.name ?? name.toLowerCase();
    if (column === undefined) problems.push(unknownColumn(name, shape, known.attributes));
    else if (seen.has(key)) problems.push({ code: 'import-column-twice', parameters: { column: name } });
    seen.add(key);
    return column ?? { name, role: 'ignored' };
  });
  if (header.every(cell => cell.trim() === '')) problems.push({ code: 'import-no-columns', parameters: {} });
  if (problems.length > 0) throw new ProblemError(problems);
  return columns;
}

function columnNamed(name: string, shape: RecordShape): ImportColumn | undefined {
  const attribute = attributeNamed(name, shape.attributes);
  if (attribute !== undefined) return { name, attribute, role: roleOf(attribute, shape) };
  const wanted = name.toLowerCase();
  if (wanted === 'id') return { name, role: 'id' };
  return ['version', 'presentation', ''].includes(wanted) ? { name, role: 'ignored' } : undefined;
}

/** Lines are numbered in the order of the file, so their numbers are passed over. */
function lineColumnNamed(name: string, { attributes }: Section, shape: RecordShape): ImportColumn | undefined {
  const attribute = attributeNamed(name, attributes);
  if (attribute !== undefined) return { name, attribute, role: roleOf(attribute, shape) };
  const wanted = name.toLowerCase();
  if (wanted === recordColumn) return { name, role: 'record' };
  return ['line', ''].includes(wanted) ? { name, role: 'ignored' } : undefined;
}

/** What a file may say about an attribute: its value, or whether the document is posted; the rest the server knows. */
export function roleOf(attribute: Attribute, { postable }: RecordShape): 'value' | 'posted' | 'ignored' {
  if (postable && attribute.standard && attribute.name === 'posted') return 'posted';
  return isWritable(attribute) ? 'value' : 'ignored';
}

/** The attribute of this name, or with this title in any language. */
export function attributeNamed(name: string, attributes: readonly Attribute[]): Attribute | undefined {
  const wanted = name.toLowerCase();
  const isTitled = ({ title }: Attribute) =>
    languages.some(language => textIn(title, language).toLowerCase() === wanted);
  return attributes.find(one => one.name === name) ?? attributes.find(isTitled);
}

/** The section of this name; undefined when there is none. */
export function sectionNamed(name: string, { sections }: RecordShape): Section | undefined {
  return sections.find(section => section.name === name);
}

/** The section of this name. Throws `import-section-unknown`. */
export function requireSection(name: string, shape: RecordShape): Section {
  const section = sectionNamed(name, shape);
  if (section !== undefined) return section;
  const { path, title } = shape.object;
  const allowed = shape.sections.map(one => one.name).join(', ');
  throw new ProblemError([
    { code: 'import-section-unknown', path, parameters: { object: title, section: name, allowed } },
  ]);
}

export function unknownColumn(column: string, { object }: RecordShape, attributes: readonly Attribute[]): Problem {
  const allowed = attributes.map(attribute => attribute.name).join(', ');
  return { code: 'import-column-unknown', path: object.path, parameters: { column, object: object.title, allowed } };
}
