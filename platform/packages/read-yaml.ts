import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import type { ProblemCode } from '../problems/catalogue.ts';
import type { Problem, SourcePlace } from '../problems/problem.ts';
import { locateValue, startOf } from './locate-value.ts';
import { yamlReason } from './yaml-reasons.ts';

/** Larger files are refused unread: no object of a configuration comes near. */
export const sourceCharactersMax = 1_000_000;

/** A key or an index on the way from the top of a source file to a value in it. */
export type SourcePath = readonly (string | number)[];

/** What a file of a configuration says, and where in the file it says it. */
export interface SourceDocument {
  readonly file: string;
  /** Maps, lists, strings, booleans, null and whole numbers. Any other number stays the text that was written. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value stands; its nearest parent when there is no such value. */
  readonly placeOf: (path: SourcePath) => SourcePlace;
  /** Where the key of the value stands. */
  readonly placeOfKey: (path: SourcePath) => SourcePlace;
}

/**
 * Reads the plain part of YAML: block and flow maps and lists, every style of scalar, comments. What makes a file mean
 * something else than it shows is refused: anchors, aliases, tags, merge keys, repeated keys, several documents.
 */
export function readYaml(file: string, text: string, charactersMax = sourceCharactersMax): SourceDocument {
  const places = placesIn(file, text);
  if (text.length > charactersMax) {
    const parameters = { size: text.length, limit: charactersMax };
    return {
      file,
      value: undefined,
      problems: [{ code: 'yaml-too-large', place: places.at(0), parameters }],
      ...noPlaces(places),
    };
  }
  const events = eventsOf(text);
  if (events instanceof YAMLException) {
    const problem: Problem = {
      code: 'yaml-syntax',
      place: places.at(events.mark?.position ?? 0),
      parameters: { reason: yamlReason(events.reason) },
    };
    return { file, value: undefined, problems: [problem], ...noPlaces(places) };
  }
  const reader = new Reader(text, events, places);
  const value = reader.document();
  return { file, value, problems: reader.problems, ...locatorOf(text, places) };
}

/** Nothing that a configuration says lies deeper. */
const parserOptions = { maxDepth: 30 };

function eventsOf(text: string): readonly Event[] | YAMLException {
  try {
    return parseEvents(text, parserOptions);
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

/** Keys that JavaScript or YAML would give a meaning of their own. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/** Builds the value from the parser's events in one pass. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #places: Places;
  #next = 0;

  constructor(text: string, events: readonly Event[], places: Places) {
    this.#text = text;
    this.#events = events;
    this.#places = places;
  }

  document(): unknown {
    const documents = this.#events.filter(event => event.type === EVENT_ID.DOCUMENT).length;
    if (documents > 1) this.#refuse('yaml-several-documents', 0, {});
    this.#next = 1;
    return documents === 0 || this.#events[1]?.type === EVENT_ID.POP ? null : this.#value();
  }

  #value(): unknown {
    const event = this.#events[this.#next++];
    if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
      throw new Error('The YAML parser ended a value that did not begin.');
    }
    this.#refuseFeatures(event);
    if (event.type === EVENT_ID.SCALAR) return scalarValue(this.#text, event);
    if (event.type === EVENT_ID.MAPPING) return this.#map();
    return event.type === EVENT_ID.SEQUENCE ? this.#list() : null;
  }

  #map(): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const start = startOf(this.#events[this.#next]);
      const key = this.#value();
      const name = typeof key === 'object' ? '' : String(key);
      const value = this.#value();
      if (typeof key === 'object' && key !== null) this.#refuse('yaml-key-not-text', start, {});
      else if (name === '' || forbiddenKeys.has(name)) this.#refuse('yaml-key-forbidden', start, { key: name });
      else if (Object.hasOwn(map, name)) this.#refuse('yaml-key-repeated', start, { key: name });
      else map[name] = value;
    }
    this.#next++;
    return map;
  }

  #list(): unknown[] {
    const list: unknown[] = [];
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) list.push(this.#value());
    this.#next++;
    return list;
  }

  #refuseFeatures(event: Exclude<Event, { type: 1 | 6 }>): void {
    if (event.anchorStart >= 0) this.#refuse('yaml-alias', event.anchorStart, {});
    if (event.type !== EVENT_ID.ALIAS && event.tagStart >= 0) this.#refuse('yaml-tag', event.tagStart, {});
  }

  #refuse(code: ProblemCode, offset: number, parameters: Problem['parameters']): void {
    this.problems.push({ code, place: this.#places.at(offset), parameters });
  }
}

const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null, '~': null, '': null };

/** Plain scalars are booleans, null or whole numbers where they read so; everything else is the text itself. */
function scalarValue(text: string, event: ScalarEvent): string | number | boolean | null {
  const value = event.valueStart < 0 ? '' : getScalarValue(text, event);
  if (event.style !== SCALAR_STYLE.PLAIN) return value;
  if (Object.hasOwn(words, value)) return words[value] ?? null;
  return /^-?(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}

interface Places {
  readonly at: (offset: number) => SourcePlace;
}

/** Lines are counted only when a place is asked for, because most files have no problem. */
function placesIn(file: string, text: string): Places {
  return {
    at: offset => {
      const before = text.slice(0, offset);
      const line = before.split('\n').length;
      return { file, line, column: offset - before.lastIndexOf('\n') };
    },
  };
}

function noPlaces(places: Places): Pick<SourceDocument, 'placeOf' | 'placeOfKey'> {
  return { placeOf: () => places.at(0), placeOfKey: () => places.at(0) };
}

/** The file is parsed again when a place is asked for: what the parser found would fill the memory for the sake of a few problems. */
function locatorOf(text: string, places: Places): Pick<SourceDocument, 'placeOf' | 'placeOfKey'> {
  const locate = (path: SourcePath) => locateValue({ text, events: parseEvents(text, parserOptions) }, path);
  return { placeOf: path => places.at(locate(path).value), placeOfKey: path => places.at(locate(path).key) };
}
