import type { Configuration, DataType, Storage } from '#platform';
import { quoteLiteral } from '../quoting.ts';

/** How values of one type become values of another, as SQL over the old column. */
export interface Conversion {
  readonly using: string;
  /** SQL of the second column of a composite reference. */
  readonly usingType?: string;
  /** Holds for rows whose value has no counterpart; they refuse the migration. */
  readonly impossible?: string;
  /** Holds for rows whose value is cut or dropped. */
  readonly losing?: string;
}

/** The column converted, quoted; of a composite reference also the column of its types. */
export interface ConvertedColumn {
  readonly column: string;
  readonly typeColumn: string;
  readonly from: DataType;
  readonly to: DataType;
  readonly before: Configuration;
  readonly after: Configuration;
}

type Converter = (value: ConvertedColumn) => Conversion | undefined;

/** The conversion between two types; undefined when no value of the one is a value of the other. */
export function conversionOf(value: ConvertedColumn): Conversion | undefined {
  return converters[value.from.storage][value.to.storage]?.(value);
}

/** Permanent ids of the objects a type points to, in order. */
export function targetIds(type: DataType, configuration: Configuration): string[] {
  return (type.targets ?? []).flatMap(path => configuration.objects[path]?.id ?? []);
}

const numberPattern = `'^\\s*[+-]?\\d+(\\.\\d+)?\\s*$'`;
const datePattern = `'^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'`;

const asText: Converter = ({ column, to }) => fitting(`${column}::text`, to);

const converters: Readonly<Record<Storage, Partial<Record<Storage, Converter>>>> = {
  text: {
    text: ({ column, to }) => fitting(column, to),
    decimal: ({ column, to }) => {
      const isNumber = `${column} ~ ${numberPattern}`;
      const number = `(case when ${isNumber} then ${column}::numeric end)`;
      const { using, impossible, losing } = scaled(number, to);
      return { using, impossible: `not ${isNumber} or ${impossible}`, ...(losing === undefined ? {} : { losing }) };
    },
    boolean: ({ column }) => ({
      using: `${column}::boolean`,
      impossible: `lower(${column}) not in ('true', 'false', 't', 'f', 'yes', 'no', '1', '0')`,
    }),
    date: ({ column }) => ({ using: `left(${column}, 10)::date`, impossible: `${column} !~ ${datePattern}` }),
    dateTime: ({ column }) => ({ using: `${column}::timestamp(3)`, impossible: `${column} !~ ${datePattern}` }),
    enumeration: ({ column, to, after }) => {
      const values = (to.targets ?? []).flatMap(path => after.objects[path]?.enumeration?.values ?? []);
      const names = values.map(({ name }) => quoteLiteral(name)).join(', ');
      return { using: column, impossible: names === '' ? 'true' : `${column} not in (${names})` };
    },
  },
  decimal: {
    decimal: ({ column, to }) => scaled(column, to),
    text: ({ column, to }) => fitting(`trim_scale(${column})::text`, to),
    boolean: ({ column }) => ({ using: `${column} <> 0`, losing: `${column} not in (0, 1)` }),
  },
  boolean: {
    boolean: same,
    text: asText,
    decimal: ({ column }) => ({ using: `case when ${column} then 1 when not ${column} then 0 end` }),
  },
  date: {
    date: same,
    text: asText,
    dateTime: ({ column }) => ({ using: `${column}::timestamp(3)` }),
    month: ({ column }) => toMonth(column),
  },
  dateTime: {
    dateTime: same,
    text: ({ column, to }) => fitting(`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS')`, to),
    date: ({ column }) => ({ using: `${column}::date`, losing: `${column} <> date_trunc('day', ${column})` }),
    month: ({ column }) => toMonth(column),
  },
  month: {
    month: same,
    text: ({ column, to }) => fitting(`to_char(${column}, 'YYYY-MM')`, to),
    date: same,
    dateTime: ({ column }) => ({ using: `${column}::timestamp(3)` }),
  },
  reference: {
    reference: value => (sharedTargets(value).length > 0 ? { using: value.column } : undefined),
    composite: value => {
      const [target] = sharedTargets(value);
      if (target === undefined) return undefined;
      return {
        using: value.column,
        usingType: `case when ${value.column} is not null then ${quoteLiteral(target)} end`,
      };
    },
  },
  composite: {
    reference: value => keeping(value, value.column),
    composite: value => ({ ...keeping(value, value.column), usingType: keeping(value, value.typeColumn).using }),
  },
  enumeration: {
    enumeration: value => (sharedTargets(value).length > 0 ? { using: value.column } : undefined),
    text: asText,
  },
  file: { file: same },
};

function same({ column }: ConvertedColumn): Conversion {
  return { using: column };
}

function fitting(using: string, to: DataType): Conversion {
  return to.length === undefined ? { using } : { using, impossible: `char_length(${using}) > ${to.length}` };
}

/** Digits before the point must fit; digits after it may be rounded off. */
function scaled(number: string, { precision, scale = 0 }: DataType): Conversion {
  if (precision === undefined) return { using: number };
  const rounded = `round(${number}, ${scale})`;
  const impossible = `abs(${rounded}) >= 1e${precision - scale}`;
  return { using: rounded, impossible, losing: `${number} <> ${rounded}` };
}

function toMonth(column: string): Conversion {
  const using = `date_trunc('month', ${column})::date`;
  return { using, losing: `${column} <> ${using}` };
}

function sharedTargets({ from, to, before, after }: ConvertedColumn): string[] {
  const wanted = new Set(targetIds(to, after));
  return targetIds(from, before).filter(id => wanted.has(id));
}

/** References to targets that stay; others become empty. */
function keeping(value: ConvertedColumn, kept: string): Conversion {
  const targets = targetIds(value.to, value.after).map(quoteLiteral).join(', ');
  const stays = targets === '' ? 'false' : `${value.typeColumn} in (${targets})`;
  return { using: `case when ${stays} then ${kept} end`, losing: `${value.column} is not null and not ${stays}` };
}
