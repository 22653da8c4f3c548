import { type Problem, ProblemError, type ProblemParameter } from '#platform';

/** How one parameter of the address is read; `read` answers undefined when the text is not what is expected. */
export interface QueryReader<Value> {
  readonly expected: ProblemParameter;
  readonly read: (text: string) => Value | undefined;
}
export type QueryRule = Readonly<Record<string, QueryReader<unknown>>>;
export type QueryValues<Rule extends QueryRule> = {
  readonly [Name in keyof Rule]?: Rule[Name] extends QueryReader<infer Value> ? Value : never;
};

/**
 * The parameters of an address, read by their rules; absent ones are absent. Throws every problem at once: unknown
 * names, names given twice, values that are not what is expected.
 */
export function readQuery<Rule extends QueryRule>(parameters: URLSearchParams, rule: Rule): QueryValues<Rule> {
  const values = new Map<string, unknown>();
  const problems: Problem[] = [];
  for (const [name, text] of parameters) {
    const reader = Object.hasOwn(rule, name) ? rule[name] : undefined;
    const value = values.has(name) ? undefined : reader?.read(text);
    if (reader === undefined) {
      problems.push({ code: 'query-parameter-unknown', parameters: { name, allowed: Object.keys(rule).join(', ') } });
    } else if (value === undefined || !isStorable(text)) {
      problems.push({ code: 'query-parameter-invalid', parameters: { name, found: text, expected: reader.expected } });
    }
    values.set(name, value);
  }
  if (problems.length > 0) throw new ProblemError(problems);
  // Each value came from the reader of its own name, which the mapped type states.
  return Object.fromEntries(values) as QueryValues<Rule>;
}

/** PostgreSQL stores neither the zero character nor half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

export function text(charactersMax: number): QueryReader<string> {
  return {
    expected: { en: `a text of at most ${charactersMax} characters`, ru: `текст не длиннее ${charactersMax} символов` },
    read: value => (value.length <= charactersMax ? value : undefined),
  };
}

export function integer(from: number, to: number): QueryReader<number> {
  return {
    expected: { en: `a whole number from ${from} to ${to}`, ru: `целое число от ${from} до ${to}` },
    read: value => {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      return number >= from && number <= to ? number : undefined;
    },
  };
}

export const flag: QueryReader<boolean> = {
  expected: { en: 'true or false', ru: 'true или false' },
  read: value => (value === 'true' ? true : value === 'false' ? false : undefined),
};

export function choice<const Option extends string>(...options: readonly Option[]): QueryReader<Option> {
  return {
    expected: { en: `one of: ${options.join(', ')}`, ru: `одно из: ${options.join(', ')}` },
    read: value => options.find(option => option === value),
  };
}

/** Names separated by commas: attributes, dimensions, paths that walk references; '-' in front orders downwards. */
export function names(countMax: number): QueryReader<readonly string[]> {
  return {
    expected: { en: `at most ${countMax} names separated by commas`, ru: `не более ${countMax} имён через запятую` },
    read: value => {
      const list = value === '' ? [] : value.split(',');
      return list.length <= countMax && list.every(name => /^-?[A-Za-z][\w.]{0,199}$/.test(name)) ? list : undefined;
    },
  };
}

/** A date, or a date and time of day without a zone (civil time of the infobase). */
export const moment: QueryReader<string> = {
  expected: {
    en: 'a date 2026-01-31 or a time 2026-01-31T10:00:00',
    ru: 'дата 2026-01-31 или время 2026-01-31T10:00:00',
  },
  read: value => (isMoment(value) ? value : undefined),
};

export const uuid: QueryReader<string> = {
  expected: { en: 'the id of a record', ru: 'идентификатор записи' },
  read: value => (isUuid(value) ? value : undefined),
};

/** An id, or nothing at all: 'below no other record'. */
export const uuidOrNone: QueryReader<string> = {
  ...uuid,
  read: value => (value === '' || isUuid(value) ? value : undefined),
};

export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

function isMoment(value: string): boolean {
  if (!/^[0-9]{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?)?$/.test(value)) return false;
  // A day that the calendar does not have (2026-02-30) would roll over to another one.
  const time = new Date(value.length === 10 ? `${value}T00:00:00Z` : `${value}Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value.slice(0, 10)) && value >= '0001';
}
