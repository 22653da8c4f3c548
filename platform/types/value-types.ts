import { booleanType } from './boolean.ts';
import { compositeType } from './composite.ts';
import { dateType } from './date.ts';
import { dateTimeType } from './date-time.ts';
import { decimalType } from './decimal.ts';
import { enumerationType } from './enumeration.ts';
import { fileType } from './file.ts';
import { integerType } from './integer.ts';
import { moneyType } from './money.ts';
import { monthType } from './month.ts';
import { percentType } from './percent.ts';
import { pictureType } from './picture.ts';
import { priceType } from './price.ts';
import { quantityType } from './quantity.ts';
import { rateType } from './rate.ts';
import { referenceType } from './reference.ts';
import { stringType } from './string.ts';
import { textType } from './text.ts';
import type { ValueType } from './value-type.ts';

/** Every type of value, in the order a configurator is offered them. A new one is a file and a line here. */
export const valueTypes: readonly ValueType[] = Object.freeze([
  stringType,
  textType,
  decimalType,
  integerType,
  moneyType,
  quantityType,
  priceType,
  rateType,
  percentType,
  booleanType,
  dateType,
  dateTimeType,
  monthType,
  fileType,
  pictureType,
  referenceType,
  compositeType,
  enumerationType,
]);

const byName: ReadonlyMap<string, ValueType> = new Map(valueTypes.map(type => [type.name, type]));

/** The value type of a name; undefined when there is none. */
export function valueTypeNamed(name: string): ValueType | undefined {
  return byName.get(name);
}

/** The value type that owns a resolved type. Throws when the type was not made by one. */
export function valueTypeOf(type: { readonly name: string }): ValueType {
  const owner = byName.get(type.name);
  if (owner === undefined) throw new Error(`No value type is called ${type.name}.`);
  return owner;
}
