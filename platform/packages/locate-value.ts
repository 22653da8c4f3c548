import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';

/** A file as the parser gives it: its text and the events that refer to it by offsets. */
export interface ParsedYaml {
  readonly text: string;
  readonly events: readonly Event[];
}

interface Location {
  readonly key: number;
  readonly value: number;
}

/** Offsets of a value and of its key; of the nearest parent's when the path leads to nothing. */
export function locateValue(source: ParsedYaml, path: readonly (string | number)[]): Location {
  const { events } = source;
  let index = 1;
  let found = { key: startOf(events[index]), value: startOf(events[index]) };
  for (const step of path) {
    const next = stepInto(source, index, step);
    if (next === undefined) return found;
    index = next.value;
    found = { key: startOf(events[next.key]), value: startOf(events[next.value], found.value) };
  }
  return found;
}

/** Indexes of the events of one entry of the map or list that begins at an event. */
function stepInto({ text, events }: ParsedYaml, at: number, step: string | number): Location | undefined {
  const keyed = events[at]?.type === EVENT_ID.MAPPING;
  let index = at + 1;
  for (let position = 0; index < events.length && events[index]?.type !== EVENT_ID.POP; position++) {
    const event = events[index];
    const value = keyed ? index + 1 : index;
    const name = keyed && event?.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : position;
    if (name === step) return { key: index, value };
    index = afterValue(events, value);
  }
  return undefined;
}

/** Index of the event that follows a whole value. */
function afterValue(events: readonly Event[], at: number): number {
  let depth = 0;
  let index = at;
  do {
    const type = events[index++]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    if (type === EVENT_ID.POP) depth--;
  } while (depth > 0 && index < events.length);
  return index;
}

/** Offset of the first character of what an event begins; `missing` where it has none, as an empty value. */
export function startOf(event: Event | undefined, missing = 0): number {
  if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return missing;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  const start = event.type === EVENT_ID.SCALAR ? event.valueStart : event.start;
  return start < 0 ? missing : start;
}
