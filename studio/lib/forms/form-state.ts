import type { Attribute, MetadataObject, Section } from '#platform';
import type { RecordView, RecordWrite, Value } from '../../../runtime/http/contract.ts';

export type Values = Record<string, Value>;

/** One line of a tabular section while it is being edited. */
export interface Line {
  /** Stays with the line while lines move. */
  readonly key: number;
  values: Values;
  /** Attributes the user set by hand: their defaults are not offered again. */
  touched: Record<string, true>;
  /** Added here and not read from the server. */
  readonly isFresh: boolean;
}

/** Everything of a record that can be edited, as plain data. */
export interface FormState {
  values: Values;
  touched: Record<string, true>;
  sections: Record<string, Line[]>;
  shown: Record<string, string>;
}

let nextKey = 1;

/** A line with a key of its own. */
export function newLine(values: Readonly<Values> = {}, isFresh = false): Line {
  return { key: nextKey++, values: { ...values }, touched: {}, isFresh };
}

/** What the server answered, ready to be edited. */
export function stateOf(view: Pick<RecordView, 'values' | 'sections' | 'shown'>): FormState {
  const sections = Object.entries(view.sections).map(
    ([name, lines]) => [name, lines.map(line => newLine(line))] as const,
  );
  return { values: { ...view.values }, touched: {}, sections: Object.fromEntries(sections), shown: { ...view.shown } };
}

/** Whether a line was added and nothing was ever put into it: writing leaves it out. */
function isBlank(line: Line): boolean {
  return line.isFresh && Object.keys(line.touched).length === 0;
}

/** The sections without lines that were begun and never filled. */
export function withoutBlankLines(sections: FormState['sections']): FormState['sections'] {
  return Object.fromEntries(
    Object.entries(sections).map(([name, lines]) => [name, lines.filter(line => !isBlank(line))]),
  );
}

/** Whether a user may ever set an attribute. */
export function isWritable(attribute: Attribute): boolean {
  return !attribute.readOnly && attribute.formula === undefined;
}

/**
 * The record as it is sent. A new record leaves out what nobody filled, so that the server gives numbers and defaults;
 * a record that exists says every value, empty ones too.
 */
export function writeOf(object: MetadataObject, state: FormState, isNew: boolean): RecordWrite {
  const values = writtenValues(object.entity?.attributes ?? [], state, isNew);
  const sections = (object.entity?.sections ?? []).map(
    section => [section.name, writtenLines(section, state, isNew)] as const,
  );
  return { values, sections: Object.fromEntries(sections) };
}

/** The record as it is sent for computing: values that came from defaults are left out, so that they are found anew. */
export function draftOf(object: MetadataObject, state: FormState): RecordWrite {
  const offered = (attribute: Attribute, touched: Record<string, true>) =>
    attribute.default === undefined || touched[attribute.name];
  const pick = (attributes: readonly Attribute[], from: Pick<Line, 'values' | 'touched'>) =>
    writtenValues(
      attributes.filter(attribute => offered(attribute, from.touched)),
      from,
      true,
    );
  const sections = (object.entity?.sections ?? []).map(
    section =>
      [section.name, (state.sections[section.name] ?? []).map(line => pick(section.attributes, line))] as const,
  );
  // Defaults of the header were given once, when the record was begun; only lines are filled again.
  return {
    values: writtenValues(object.entity?.attributes ?? [], state, true),
    sections: Object.fromEntries(sections),
  };
}

function writtenLines(section: Section, state: FormState, isNew: boolean): Values[] {
  return (state.sections[section.name] ?? []).map(line => writtenValues(section.attributes, line, isNew));
}

function writtenValues(
  attributes: readonly Attribute[],
  from: Pick<Line, 'values' | 'touched'>,
  filledOnly: boolean,
): Values {
  const written: Values = {};
  for (const attribute of attributes) {
    if (!isWritable(attribute)) continue;
    const value = from.values[attribute.name] ?? null;
    if (filledOnly && value === null && !from.touched[attribute.name]) continue;
    written[attribute.name] = value;
  }
  return written;
}
