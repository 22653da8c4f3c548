import type { Storage } from '../types/data-type.ts';
import type { ExpressionType } from './expression.ts';
import {
  anyStorage,
  booleanType,
  dateTimeType,
  dateType,
  decimalType,
  monthType,
  orderedStorages,
  textType,
} from './expression-type.ts';

/** What a function takes and gives. Each parameter lists the storages it accepts; null is accepted everywhere. */
export interface FunctionSignature {
  readonly parameters: readonly (readonly Storage[])[];
  /** How many of the last parameters may be left out. */
  readonly optional?: number;
  /** The last parameter may be repeated. */
  readonly repeats?: boolean;
  /** The type of the result; 'common': all arguments are brought to one type, which is also the result's; 'first': the first argument's. */
  readonly result: ExpressionType | 'common' | 'first';
}

const number: readonly Storage[] = ['decimal'];
const text: readonly Storage[] = ['text'];
const day: readonly Storage[] = ['date', 'dateTime'];
const moment: readonly Storage[] = ['date', 'dateTime', 'month'];
const shown: readonly Storage[] = ['text', 'decimal', 'boolean', 'date', 'dateTime', 'month', 'enumeration'];

/** The functions of values. Aggregates, registers, options and literals have rules of their own beside this table. */
export const functions: Readonly<Record<string, FunctionSignature>> = {
  round: { parameters: [number, number], optional: 1, result: decimalType },
  abs: { parameters: [number], result: decimalType },
  floor: { parameters: [number], result: decimalType },
  ceil: { parameters: [number], result: decimalType },
  least: { parameters: [orderedStorages, orderedStorages], repeats: true, result: 'common' },
  greatest: { parameters: [orderedStorages, orderedStorages], repeats: true, result: 'common' },
  coalesce: { parameters: [anyStorage, anyStorage], repeats: true, result: 'common' },
  size: { parameters: [text], result: decimalType },
  upper: { parameters: [text], result: textType },
  lower: { parameters: [text], result: textType },
  trim: { parameters: [text], result: textType },
  contains: { parameters: [text, text], result: booleanType },
  startsWith: { parameters: [text, text], result: booleanType },
  endsWith: { parameters: [text, text], result: booleanType },
  text: { parameters: [shown], result: textType },
  date: { parameters: [day], result: dateType },
  dateTime: { parameters: [day], result: dateTimeType },
  month: { parameters: [moment], result: monthType },
  year: { parameters: [moment], result: decimalType },
  day: { parameters: [day], result: decimalType },
  startOfMonth: { parameters: [moment], result: dateType },
  endOfMonth: { parameters: [moment], result: dateType },
  addDays: { parameters: [day, number], result: 'first' },
  addMonths: { parameters: [moment, number], result: 'first' },
  daysBetween: { parameters: [day, day], result: decimalType },
  monthsBetween: { parameters: [moment, moment], result: decimalType },
};

/** Digits that `round` may be asked for, both ways from the point. */
export const roundDigitsMax = 15;
