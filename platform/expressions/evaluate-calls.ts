import { daysInMonth, fromDays, fromMonths, toDays, toMonths } from './calendar.ts';
import { Decimal, decimalText, divide, remainder, roundTo } from './decimal.ts';
import type { CallNode } from './expression.ts';
import { compareOperands, type Operand, targetOf } from './operand.ts';

/** Days and months beyond which `addDays` and `addMonths` give null, whatever the date. */
const shiftLimits = { days: 4_000_000, months: 120_000 } as const;

/** A function of values that are all there: where any of them is null, the result is null without asking it. */
type Compute = (args: readonly Operand[], node: CallNode) => Operand;

const numbers =
  (compute: (left: Decimal, right: Decimal) => Decimal | null): Compute =>
  ([left, right]) =>
    compute(decimal(left), decimal(right));
const number =
  (compute: (value: Decimal) => Decimal): Compute =>
  ([value]) =>
    compute(decimal(value));
const order =
  (holds: (comparison: number) => boolean): Compute =>
  ([left, right]) =>
    holds(compareOperands(left ?? null, right ?? null));
const texts =
  (compute: (left: string, right: string) => Operand): Compute =>
  ([left, right]) =>
    compute(text(left), text(right));
const whole = (value: number): Operand => new Decimal(value);

/** What each operator, conversion and function computes. */
export const strictCalls: Readonly<Record<string, Compute>> = {
  add: numbers((left, right) => left.plus(right)),
  subtract: numbers((left, right) => left.minus(right)),
  multiply: numbers((left, right) => left.times(right)),
  divide: numbers(divide),
  remainder: numbers(remainder),
  negate: number(value => value.negated()),
  concat: texts((left, right) => left + right),
  less: order(comparison => comparison < 0),
  lessOrEqual: order(comparison => comparison <= 0),
  greater: order(comparison => comparison > 0),
  greaterOrEqual: order(comparison => comparison >= 0),
  not: ([value]) => value !== true,
  round: numbers((value, digits) => roundTo(value, digits.toNumber())),
  abs: number(value => value.abs()),
  floor: number(value => value.floor()),
  ceil: number(value => value.ceil()),
  size: ([value]) => whole([...text(value)].length),
  upper: ([value]) => text(value).toUpperCase(),
  lower: ([value]) => text(value).toLowerCase(),
  trim: ([value]) => text(value).replace(/^[ \t\n\r\u00a0]+|[ \t\n\r\u00a0]+$/g, ''),
  contains: texts((value, part) => value.includes(part)),
  startsWith: texts((value, part) => value.startsWith(part)),
  endsWith: texts((value, part) => value.endsWith(part)),
  text: ([value]) => shownText(value ?? null),
  date: ([value]) => text(value).slice(0, 10),
  dateTime: ([value]) => (text(value).length === 10 ? `${text(value)}T00:00:00` : text(value)),
  dateToDateTime: ([value]) => `${text(value)}T00:00:00`,
  referenceToComposite: ([value], node) => ({ type: targetOf(node), id: text(value) }),
  month: ([value]) => text(value).slice(0, 7),
  year: ([value]) => whole(Number(text(value).slice(0, 4))),
  day: ([value]) => whole(Number(text(value).slice(8, 10))),
  startOfMonth: ([value]) => `${text(value).slice(0, 7)}-01`,
  endOfMonth: ([value]) => `${text(value).slice(0, 7)}-${daysInMonth(text(value))}`,
  addDays: ([value, count]) => addDays(text(value), decimal(count).trunc().toNumber()),
  addMonths: ([value, count]) => addMonths(text(value), decimal(count).trunc().toNumber()),
  daysBetween: texts((from, to) => whole(toDays(to) - toDays(from))),
  monthsBetween: texts((from, to) => whole(toMonths(to) - toMonths(from))),
};

function shownText(value: Operand): string {
  if (value instanceof Decimal) return decimalText(value);
  const moment = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.\d+$/.exec(String(value));
  return moment?.[1] ?? String(value);
}

function addDays(value: string, count: number): string | null {
  if (Math.abs(count) > shiftLimits.days) return null;
  const date = fromDays(toDays(value) + count);
  return date === null ? null : date + value.slice(10);
}

/** The same day of another month, or its last day when it is shorter. */
function addMonths(value: string, count: number): string | null {
  if (Math.abs(count) > shiftLimits.months) return null;
  const month = fromMonths(toMonths(value) + count);
  if (month === null || value.length === 7) return month;
  const day = Math.min(Number(value.slice(8, 10)), daysInMonth(month));
  return `${month}-${String(day).padStart(2, '0')}${value.slice(10)}`;
}

function decimal(operand: Operand | undefined): Decimal {
  if (operand instanceof Decimal) return operand;
  throw new Error(`A number was expected in an expression, but there was ${JSON.stringify(operand)}.`);
}

function text(operand: Operand | undefined): string {
  if (typeof operand === 'string') return operand;
  throw new Error(`A text was expected in an expression, but there was ${JSON.stringify(operand)}.`);
}
