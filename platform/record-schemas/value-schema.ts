import type { Configuration } from '../packages/configuration.ts';
import type { DataType, Storage } from '../types/data-type.ts';
import type { JsonSchema } from './json-schema.ts';
import { recordLimits } from './limits.ts';

/** The JSON Schema of a value that is there; see `Storage` for the JSON forms. */
export function valueSchema(configuration: Configuration, type: DataType): JsonSchema {
  return byStorage[type.storage](type, configuration);
}

/** The same, or null. */
export function nullableValueSchema(configuration: Configuration, type: DataType): JsonSchema {
  const schema = valueSchema(configuration, type);
  if (Array.isArray(schema.enum)) return { ...schema, type: ['string', 'null'], enum: [...schema.enum, null] };
  return { ...schema, type: [schema.type, 'null'] };
}

const byStorage: Readonly<Record<Storage, (type: DataType, configuration: Configuration) => JsonSchema>> = {
  // PostgreSQL keeps every character but NUL.
  text: type => ({
    type: 'string',
    maxLength: type.length ?? recordLimits.textCharactersMax,
    pattern: '^[^\\u0000]*$',
  }),
  decimal: type => ({ type: 'string', pattern: decimalPattern(type), examples: [decimalExample(type)] }),
  boolean: () => ({ type: 'boolean' }),
  date: () => ({ type: 'string', format: 'date', examples: ['2026-01-31'] }),
  dateTime: () => ({ type: 'string', format: 'civil-date-time', examples: ['2026-01-31T10:00:00'] }),
  month: () => ({ type: 'string', format: 'month', examples: ['2026-01'] }),
  reference: () => identity,
  file: () => identity,
  composite: type => ({
    type: 'object',
    properties: { type: { type: 'string', enum: [...(type.targets ?? [])] }, id: identity },
    required: ['type', 'id'],
    additionalProperties: false,
  }),
  enumeration: (type, configuration) => ({ type: 'string', enum: enumerationValues(type, configuration) }),
};

/** The id of a record. */
export const identity: JsonSchema = Object.freeze({ type: 'string', format: 'uuid' });

/** No exponent and no digit more than the column keeps: nothing is rounded silently. Zeros at the ends do not count. */
function decimalPattern({ precision = 38, scale = 0 }: DataType): string {
  const whole = precision > scale ? `\\d{1,${precision - scale}}` : '0';
  const fraction = scale > 0 ? `\\d{1,${scale}}0*` : '0+';
  return `^-?0*${whole}(\\.${fraction})?$`;
}

function decimalExample({ scale = 0, precision = 38 }: DataType): string {
  const whole = precision > scale + 1 ? '12' : precision > scale ? '1' : '0';
  return scale > 0 ? `${whole}.${'50'.padEnd(scale, '0').slice(0, scale)}` : whole;
}

function enumerationValues(type: DataType, configuration: Configuration): string[] {
  const values = (type.targets ?? []).flatMap(target => configuration.objects[target]?.enumeration?.values ?? []);
  return values.map(value => value.name);
}
