import type { Attribute, MetadataObject, Storage } from '#platform';
import type { Value } from '../../../runtime/http/contract.ts';
import { writeLiteral } from '../expressions/write-literal.ts';
import type { TextKey } from '../texts/en.ts';
import { attributeOf, isComposite, subjectOf } from '../workspace.ts';

export type Comparison = 'is' | 'isNot' | 'atLeast' | 'atMost' | 'contains' | 'filled' | 'empty';

/** One line of a filter. */
export interface Condition {
  readonly attribute: string;
  readonly comparison: Comparison;
  readonly value: Value;
}

const ordered: readonly Comparison[] = ['is', 'isNot', 'atLeast', 'atMost', 'filled', 'empty'];
const named: readonly Comparison[] = ['is', 'isNot', 'filled', 'empty'];

/** What can be asked of each kind of value, the most usual first. */
export const comparisons: Readonly<Record<Storage, readonly Comparison[]>> = {
  text: ['contains', 'is', 'isNot', 'filled', 'empty'],
  decimal: ordered,
  boolean: ['is'],
  date: ['atLeast', 'atMost', 'is', 'filled', 'empty'],
  dateTime: ['atLeast', 'atMost', 'filled', 'empty'],
  month: ordered,
  reference: named,
  composite: named,
  enumeration: named,
  file: ['filled', 'empty'],
};

export const comparisonTexts: Readonly<Record<Comparison, TextKey>> = {
  is: 'filter.is',
  isNot: 'filter.isNot',
  atLeast: 'filter.atLeast',
  atMost: 'filter.atMost',
  contains: 'filter.contains',
  filled: 'filter.filled',
  empty: 'filter.empty',
};

/** Whether the comparison has a value to compare with. */
export function takesValue(comparison: Comparison): boolean {
  return comparison !== 'filled' && comparison !== 'empty';
}

const writers: Readonly<Record<Comparison, (field: string, literal: string) => string>> = {
  is: (field, literal) => `${field} == ${literal}`,
  isNot: (field, literal) => `${field} != ${literal}`,
  atLeast: (field, literal) => `${field} >= ${literal}`,
  atMost: (field, literal) => `${field} <= ${literal}`,
  contains: (field, literal) => `contains(lower(${field}), lower(${literal}))`,
  filled: field => `${field} != null`,
  empty: field => `${field} == null`,
};

/** The conditions as one expression over the object's subject; undefined when there are none. */
export function writeConditions(object: MetadataObject, conditions: readonly Condition[]): string | undefined {
  const written = conditions.flatMap(condition => {
    const attribute = attributeOf(object, condition.attribute);
    return attribute === undefined ? [] : writeCondition(subjectOf(object), attribute, condition);
  });
  return written.length === 0 ? undefined : written.join(' && ');
}

function writeCondition(subject: string, attribute: Attribute, condition: Condition): string {
  const field = `${subject}.${attribute.name}`;
  // A day compared with a moment means the whole day.
  const isDay =
    attribute.type.storage === 'dateTime' && typeof condition.value === 'string' && condition.value.length === 10;
  const value = isDay && condition.comparison === 'atMost' ? `${String(condition.value)}T23:59:59` : condition.value;
  const whole = isDay && condition.comparison !== 'atMost' ? `${String(condition.value)}T00:00:00` : value;
  return writers[condition.comparison](field, writeLiteral(whole, attribute.type));
}

/** A condition as one part of an address. */
export function conditionText({ attribute, comparison, value }: Condition): string {
  if (isComposite(value)) return `${attribute}:${comparison}:${value.type}~${value.id}`;
  return `${attribute}:${comparison}:${value === null ? '' : String(value)}`;
}

/** The condition an address speaks of; undefined when the object has no such attribute. */
export function conditionOf(text: string, object: MetadataObject): Condition | undefined {
  const [name = '', comparison = '', ...rest] = text.split(':');
  const attribute = attributeOf(object, name);
  const known = attribute && comparisons[attribute.type.storage].find(candidate => candidate === comparison);
  if (attribute === undefined || known === undefined) return undefined;
  return { attribute: name, comparison: known, value: conditionValue(rest.join(':'), attribute.type.storage) };
}

function conditionValue(text: string, storage: Storage): Value {
  if (text === '') return null;
  if (storage === 'boolean') return text === 'true';
  if (storage !== 'composite') return text;
  const [type = '', id = ''] = text.split('~');
  return { type, id };
}
