import type { MetadataObject } from '#platform';
import type { Query } from '../api.ts';
import { type Condition, conditionOf, conditionText, writeConditions } from '../lists/conditions.ts';
import { addDays } from '../values/dates.ts';
import type { Period } from '../values/periods.ts';
import type { RegisterView } from '../workspace.ts';

export const steps = ['none', 'day', 'month', 'quarter', 'year', 'recorder'] as const;
export type Step = (typeof steps)[number];

/** What of a register is on screen; the address of the page says the same. Dates are inclusive, as people say them. */
export interface RegisterState {
  /** Balance at the end of this day; now when empty. */
  readonly at: string;
  readonly period: Period;
  readonly by: Step;
  readonly dimensions: readonly string[];
  readonly conditions: readonly Condition[];
}

/** Dimensions an address without any means. */
export function usualDimensions(object: MetadataObject): readonly string[] {
  return object.register?.dimensions.map(dimension => dimension.name) ?? [];
}

export function readRegisterState(parameters: URLSearchParams, object: MetadataObject, usual: Period): RegisterState {
  const dimensions = parameters.get('dimensions');
  return {
    at: parameters.get('at') ?? '',
    period: { from: parameters.get('from') ?? usual.from, to: parameters.get('to') ?? usual.to },
    by: steps.find(step => step === parameters.get('by')) ?? 'none',
    dimensions: dimensions === null ? usualDimensions(object) : dimensions.split(',').filter(name => name !== ''),
    conditions: parameters.getAll('where').flatMap(text => conditionOf(text, object) ?? []),
  };
}

/** The state as the query of an address; only what differs from the usual. */
export function writeRegisterState(state: RegisterState, object: MetadataObject, usual: Period): string {
  const parameters = new URLSearchParams();
  if (state.at !== '') parameters.set('at', state.at);
  if (state.period.from !== usual.from) parameters.set('from', state.period.from);
  if (state.period.to !== usual.to) parameters.set('to', state.period.to);
  if (state.by !== 'none') parameters.set('by', state.by);
  if (state.dimensions.join() !== usualDimensions(object).join()) parameters.set('dimensions', state.dimensions.join());
  for (const condition of state.conditions) parameters.append('where', conditionText(condition));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** What each view asks the server. The server's ends are exclusive moments. */
const queries: Readonly<Record<RegisterView, (state: RegisterState) => Query>> = {
  balance: state => ({ at: momentAfter(state.at), dimensions: state.dimensions.join() }),
  turnovers: state => ({ ...between(state.period), by: state.by, dimensions: state.dimensions.join() }),
  'balance-and-turnovers': state => ({ ...between(state.period), dimensions: state.dimensions.join() }),
  slice: state => ({ at: momentAfter(state.at), of: 'last' }),
  movements: state => between(state.period),
  records: () => ({}),
};

export function registerQuery(object: MetadataObject, view: RegisterView, state: RegisterState): Query {
  return { ...queries[view](state), filter: writeConditions(object, state.conditions) };
}

function between(period: Period): Query {
  return { from: `${period.from}T00:00:00`, to: `${addDays(period.to, 1)}T00:00:00` };
}

function momentAfter(day: string): string | undefined {
  return day === '' ? undefined : `${addDays(day, 1)}T00:00:00`;
}

/** The controls each view has. */
export const controls: Readonly<
  Record<RegisterView, { readonly at?: true; readonly period?: true; readonly by?: true; readonly dimensions?: true }>
> = {
  balance: { at: true, dimensions: true },
  turnovers: { period: true, by: true, dimensions: true },
  'balance-and-turnovers': { period: true, dimensions: true },
  slice: { at: true },
  movements: { period: true },
  records: {},
};
