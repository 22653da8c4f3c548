import type { Attribute, DataType, Storage } from '#platform';
import type { Value } from '../../../runtime/http/contract.ts';
import { parseDate, parseTime, todayIso } from '../values/dates.ts';
import { parseDecimal } from '../values/decimals.ts';
import { isComposite, type Workspace } from '../workspace.ts';
import { isWritable } from './form-state.ts';

/** A table as spreadsheets put it on the clipboard. A cell in quotes may hold line breaks. */
export function readTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y;
  let at = 0;
  while (at <= text.length) {
    cell.lastIndex = at;
    const match = cell.exec(text);
    const value = match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? '';
    rows.at(-1)?.push(value.trim());
    at += match?.[0].length ?? 0;
    if (at >= text.length) break;
    const end = text.startsWith('\r\n', at) ? 2 : 1;
    if (text[at] !== '\t') rows.push([]);
    at += end;
  }
  if (rows.at(-1)?.every(value => value === '')) rows.pop();
  return rows;
}

export interface PastedLine {
  readonly values: Record<string, Value>;
  readonly shown: Record<string, string>;
}

interface Parsed {
  readonly value: Value;
  readonly shown?: string;
}

type Parse = (text: string, type: DataType, workspace: Workspace) => Parsed | undefined | Promise<Parsed | undefined>;

const parsers: Readonly<Record<Storage, Parse>> = {
  text: text => ({ value: text }),
  decimal: (text, _type, workspace) => known(parseDecimal(text, workspace.locale.tag)),
  boolean: text => ({ value: /^(1|true|yes|да|истина|بله|x|\+)$/i.test(text) }),
  date: (text, _type, workspace) => known(parseDate(text, workspace.locale.tag, todayIso())),
  dateTime: (text, _type, workspace) => {
    const [day = '', time = '00:00'] = text.split(/[\sT]+/);
    const date = parseDate(day, workspace.locale.tag, todayIso());
    return known(date && parseTime(time) && `${date}T${parseTime(time)}`);
  },
  month: text => known(/^\d{4}-\d{2}$/.test(text) ? text : undefined),
  reference: findRecord,
  composite: findAnyRecord,
  enumeration: findValue,
  file: () => undefined,
};

function known(value: string | undefined): Parsed | undefined {
  return value === undefined ? undefined : { value };
}

async function findRecord(text: string, type: DataType, workspace: Workspace): Promise<Parsed | undefined> {
  const [found, ...others] = await matches(text, type.targets?.[0] ?? '', workspace);
  if (found === undefined || (others.length > 0 && !found.isSame)) return undefined;
  return { value: found.id, shown: found.presentation };
}

/** A record of any of the kinds the attribute refers to: the one called so, or the only one that fits. */
async function findAnyRecord(text: string, type: DataType, workspace: Workspace): Promise<Parsed | undefined> {
  const open = (type.targets ?? []).filter(path => workspace.object(path) !== undefined);
  const all = (await Promise.all(open.map(path => matches(text, path, workspace)))).flat();
  const same = all.filter(match => match.isSame);
  const [found, ...others] = same.length > 0 ? same : all;
  if (found === undefined || others.length > 0) return undefined;
  return { value: { type: found.path, id: found.id }, shown: found.presentation };
}

interface Match {
  readonly path: string;
  readonly id: string;
  readonly presentation: string;
  /** It is called exactly so. */
  readonly isSame: boolean;
}

/** The records of one kind that a text finds, those called exactly so first. */
async function matches(text: string, path: string, workspace: Workspace): Promise<readonly Match[]> {
  const choices = await workspace.api.choices(path, { search: text, limit: 5 });
  const same = (words: string) => words.trim().toLowerCase() === text.toLowerCase();
  const found = choices.map(({ id, presentation, detail }) => {
    return { path, id, presentation, isSame: same(presentation) || same(detail) };
  });
  return found.toSorted((one, other) => Number(other.isSame) - Number(one.isSame));
}

function findValue(text: string, type: DataType, workspace: Workspace): Parsed | undefined {
  const values = (type.targets ?? []).flatMap(path => workspace.object(path)?.enumeration?.values ?? []);
  const wanted = text.toLowerCase();
  const value = values.find(({ name, title }) =>
    [name, ...Object.values(title)].some(word => word.toLowerCase() === wanted),
  );
  return value && { value: value.name };
}

/**
 * Lines from a pasted table, its first column going into the first of the attributes given. Each different text of a
 * reference is looked up once. `unknown` lists the cells that could not be understood; they are left empty.
 */
export async function readLines(
  table: readonly (readonly string[])[],
  attributes: readonly Attribute[],
  workspace: Workspace,
): Promise<{ readonly lines: readonly PastedLine[]; readonly unknown: readonly string[] }> {
  const columns = attributes.filter(isWritable);
  const read = new Map<string, Promise<Parsed | undefined>>();
  const parse = (text: string, attribute: Attribute) => {
    const key = `${attribute.name}\t${text}`;
    const known = read.get(key) ?? Promise.resolve(parsers[attribute.type.storage](text, attribute.type, workspace));
    read.set(key, known);
    return known;
  };
  const cells = table.map(row =>
    columns.slice(0, row.length).map((attribute, index) => ({ attribute, text: row[index] ?? '' })),
  );
  const unknown = new Set<string>();
  const lines = cells.map(async row => {
    const line: PastedLine = { values: {}, shown: {} };
    const parsed = await Promise.all(
      row.map(({ attribute, text }) => (text === '' ? undefined : parse(text, attribute))),
    );
    for (const [index, { attribute, text }] of row.entries()) {
      const value = parsed[index];
      if (value !== undefined) take(line, attribute, value);
      else if (text !== '') unknown.add(text);
    }
    return line;
  });
  return { lines: await Promise.all(lines), unknown: [...unknown] };
}

function take(line: PastedLine, attribute: Attribute, { value, shown }: Parsed): void {
  line.values[attribute.name] = value;
  if (shown !== undefined) line.shown[isComposite(value) ? value.id : String(value)] = shown;
}
