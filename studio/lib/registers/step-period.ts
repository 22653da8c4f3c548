import { addDays } from '../values/dates.ts';
import type { Period } from '../values/periods.ts';
import type { Step } from './register-state.ts';

const months: Readonly<Partial<Record<Step, number>>> = { month: 1, quarter: 3, year: 12 };

/** The start of the period that follows, in the form this one is given in. */
export function nextPeriod(start: string, by: Step): string {
  const date = new Date(`${start.slice(0, 10)}T00:00:00Z`);
  const step = months[by];
  if (step === undefined) date.setUTCDate(date.getUTCDate() + 1);
  else date.setUTCMonth(date.getUTCMonth() + step);
  return date.toISOString().slice(0, 10) + start.slice(10);
}

/** A period by its start, with its last day: as much of it as lies within what was asked for. */
export function periodOfStep(start: string, by: Step, within?: Period): Period {
  const whole = { from: start.slice(0, 10), to: addDays(nextPeriod(start, by), -1) };
  if (within === undefined) return whole;
  return {
    from: whole.from < within.from ? within.from : whole.from,
    to: whole.to > within.to ? within.to : whole.to,
  };
}
