import fc from 'fast-check';
import { type Attribute, Decimal, type RegisterReading, type RowValue, type Value, type ValueSource } from '#platform';
import { sqlTypes } from '../../../runtime/query/expression-literal.ts';
import type { Database } from '../../../runtime/storage/database.ts';
import { quoteIdentifier as q } from '../../../runtime/storage/quoting.ts';
import { mainWarehouse, objects } from '../../platform/expressions/sample-metadata.ts';

/** A made-up trade, once in memory and once in tables, so that both evaluators can be asked about it. */
export interface World {
  readonly records: Readonly<Record<string, readonly Required<RowValue>[]>>;
  readonly registers: Readonly<Record<string, readonly RegisterRow[]>>;
  readonly constants: Readonly<Record<string, Value>>;
  readonly user: { readonly id: string; readonly login: string; readonly name: string };
  readonly allowed: readonly string[];
}

type RegisterRow = Readonly<Record<string, Value>>;

/** Values that are hard on arithmetic, calendars and collations. */
export const hardValues = {
  text: [
    '',
    'a',
    'B',
    'я',
    'Щука ß',
    "o'clock",
    '\\',
    '"q"',
    '$function$',
    ' \t x\u00a0',
    'İıΣς',
    '😀',
    '\uffee',
    "';--",
    'ab\nc',
    '%_',
  ],
  decimal: [
    '0',
    '1',
    '-1',
    '0.5',
    '-0.5',
    '2.5',
    '3',
    '7',
    '0.0000000001',
    '-12.345',
    '1000000',
    '99.995',
    '9999999999999999999999999999.9999999999',
    '-1234567890123456789012345678.0000000001',
  ],
  boolean: [true, false],
  date: [
    '0001-01-01',
    '1900-03-01',
    '1999-12-31',
    '2024-02-29',
    '2026-01-31',
    '2026-02-28',
    '2026-03-15',
    '9999-12-31',
  ],
  dateTime: [
    '0001-01-01T00:00:00',
    '2025-12-31T23:59:59.999',
    '2026-01-01T00:00:00',
    '2026-01-31T10:00:00',
    '2026-02-28T23:00:00.5',
    '2026-03-15T00:00:00',
    '9999-12-31T23:59:59',
  ],
  month: ['0001-01', '1999-12', '2025-12', '2026-01', '2026-02', '2026-03', '9999-12'],
  quality: ['good', 'defective'],
} as const;

const ids = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}0000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
const records: Readonly<Record<string, readonly string[]>> = {
  'regulatory.Counterparty': ids('a', 3),
  'technical.Unit': ids('b', 2),
  'technical.Warehouse': [mainWarehouse, ...ids('c', 2)],
  'technical.Item': ids('d', 5),
  'technical.Receipt': ids('e', 12),
  'technical.Sale': ids('f', 4),
};

/** The same world for the same seed. */
export function makeWorld(seed: number): World {
  const pick = picker(seed);
  const anyValue = ({ type }: Attribute): Value => {
    if (pick([1, 2, 3, 4, 5]) === 1) return null;
    const { storage, targets = [] } = type;
    if (storage === 'reference') return pick(records[targets[0] ?? ''] ?? []);
    if (storage === 'composite') {
      const target = pick(targets);
      return { type: target, id: pick(records[target] ?? []) };
    }
    return pick<Value>(storage === 'enumeration' ? hardValues.quality : storage === 'file' ? [] : hardValues[storage]);
  };
  const valuesOf = (attributes: readonly Attribute[]) =>
    Object.fromEntries(attributes.map(attribute => [attribute.name, anyValue(attribute)]));
  const recordsOf = (path: string): Required<RowValue>[] =>
    (records[path] ?? []).map(id => ({
      id,
      values: valuesOf(objects[path]?.entity?.attributes ?? []),
      sections: Object.fromEntries(
        (objects[path]?.entity?.sections ?? []).map(({ name, attributes }) => [
          name,
          Array.from({ length: pick([0, 1, 2, 3]) }, () => valuesOf(attributes)),
        ]),
      ),
    }));
  const movement = (path: string) => () => ({
    ...requiredKey(path, pick),
    ...Object.fromEntries(
      (objects[path]?.register?.resources ?? []).map(({ name }) => [name, pick(['1', '-2.5', '10', '0.125', '-7'])]),
    ),
    ...(path === 'technical.Reserve' ? { quality: pick([null, ...hardValues.quality]) } : {}),
    period: pick([
      '2025-11-05T08:00:00',
      '2025-12-31T23:59:59.999',
      '2026-01-01T00:00:00',
      '2026-01-31T10:00:00',
      '2026-02-28T23:00:00.5',
      '2026-03-15T00:00:00',
      '2026-03-20T12:00:00',
    ]),
  });
  return {
    records: Object.fromEntries(Object.keys(records).map(path => [path, recordsOf(path)])),
    registers: {
      'technical.Stock': Array.from({ length: 60 }, movement('technical.Stock')),
      'technical.Reserve': Array.from({ length: 60 }, movement('technical.Reserve')),
      'technical.Price': prices(pick),
      'technical.Rate': rates(pick),
      'technical.Norm': (records['technical.Item'] ?? [])
        .slice(1)
        .map((item, index) => ({ id: ids('9', 9)[index] ?? '', item, rate: pick(hardValues.decimal) })),
    },
    constants: {
      'technical.Threshold': '12.5',
      'technical.OpenedOn': '2026-01-31',
      'technical.BasePeriod': '2026-02',
      'technical.BaseItem': records['technical.Item']?.[1] ?? null,
    },
    user: { id: ids('8', 1)[0] ?? '', login: "o'hara", name: 'Ольга О\\Хара' },
    allowed: [mainWarehouse],
  };
}

function requiredKey(path: string, pick: Pick): Record<string, Value> {
  const dimensions = objects[path]?.register?.dimensions ?? [];
  return Object.fromEntries(
    dimensions
      .filter(({ required }) => required)
      .map(({ name, type }) => [name, pick(records[type.targets?.[0] ?? ''] ?? [])]),
  );
}

/** One price for each item, quality and day. */
function prices(pick: Pick): RegisterRow[] {
  const keys = (records['technical.Item'] ?? []).flatMap(item =>
    [null, ...hardValues.quality].flatMap(quality =>
      ['2025-12-31', '2026-01-01', '2026-01-31', '2026-03-15'].map(period => ({ item, quality, period })),
    ),
  );
  return keys
    .filter(() => pick([true, true, false]))
    .map((key, index) => ({
      id: `70000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      ...key,
      price: pick(hardValues.decimal),
      reason: pick(hardValues.text),
    }));
}

/** Facts that documents wrote, several of one moment and one document. */
function rates(pick: Pick): RegisterRow[] {
  return Array.from({ length: 30 }, (_, index) => ({
    id: `60000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    period: pick(['2026-01-01T00:00:00', '2026-01-31T10:00:00', '2026-03-15T00:00:00']),
    recorder: { type: 'technical.Receipt', id: pick(records['technical.Receipt'] ?? []) },
    item: pick([null, ...(records['technical.Item'] ?? [])]),
    line: String(index),
    rate: pick(hardValues.decimal),
  }));
}

type Pick = <T>(values: readonly T[]) => T;

function picker(seed: number): Pick {
  const numbers = fc.sample(fc.nat(), { numRuns: 4000, seed });
  let next = 0;
  return values => {
    const value = values[(numbers[next++ % numbers.length] ?? 0) % values.length];
    if (value === undefined) throw new Error('There is nothing to pick from.');
    return value;
  };
}

/** The world as the evaluator sees it. `rows` are the records that variables stand for. */
export function sourceOf(world: World, rows: Readonly<Record<string, RowValue | null>>, now: string): ValueSource {
  const recordOf = (path: string, id: string) => world.records[path]?.find(record => record.id === id);
  return {
    row: name => rows[name],
    value: name => (name === 'now' ? now : undefined),
    field: (path, id, name) => recordOf(path, id)?.values[name] ?? null,
    lines: (path, id, name) => recordOf(path, id)?.sections[name] ?? [],
    register: reading => readRegister(world, reading),
    constant: path => world.constants[path] ?? null,
    option: () => true,
    allowed: path => (path === 'technical.Warehouse' ? world.allowed : []),
  };
}

function readRegister(world: World, { name, register, dimensions, at }: RegisterReading): RegisterRow | null {
  const moment = (row: RegisterRow) =>
    `${row.period ?? ''}`.padEnd(19, 'T00:00:00').slice(0, 19) + `${row.period ?? ''}`.slice(19);
  const rows = (world.registers[register] ?? []).filter(row =>
    Object.entries(dimensions).every(([key, value]) => row[key] === value),
  );
  if (name === 'balance') {
    const counted = rows.filter(row => at === null || moment(row) < String(at));
    const resources = objects[register]?.register?.resources ?? [];
    return Object.fromEntries(
      resources.map(resource => [
        resource.name,
        counted.reduce((sum, row) => sum.plus(String(row[resource.name])), new Decimal(0)).toFixed(),
      ]),
    );
  }
  const order = (row: RegisterRow) => `${moment(row)} ${recorderOf(row)} ${row.id}`;
  const sorted = rows.toSorted((left, right) => (order(left) < order(right) ? -1 : 1));
  if (name === 'earliest') return sorted.find(row => at === null || moment(row) >= String(at)) ?? null;
  return sorted.findLast(row => at === null || moment(row) <= String(at)) ?? null;
}

function recorderOf({ recorder = null }: RegisterRow): string {
  return typeof recorder === 'object' && recorder !== null ? recorder.id : '';
}

function recordedRow({ recorder = null, ...row }: RegisterRow): RegisterRow {
  if (typeof recorder !== 'object' || recorder === null) return row;
  return { ...row, recorder: recorder.id, 'recorder:type': objects[recorder.type]?.id ?? null };
}

/** The world as tables. Checkpoints after the border are wrong on purpose: nobody may read them. */
export async function installWorld({ sql }: Database, world: World): Promise<void> {
  const run = (text: string) => sql.unsafe(text);
  await run(`create table "_users" (id uuid primary key, login text, name text);
    create table "_allowed" ("user" uuid, object text, record uuid);
    create table "_options" (object text primary key, is_on boolean);
    create table "_constants" (object text primary key, value jsonb);
    create table "_checkpoints" (register text primary key, border date, building date)`);
  const insert = (table: string, rows: readonly object[]) =>
    sql.unsafe(`insert into ${q(table)} select * from jsonb_populate_recordset(null::${q(table)}, $1)`, [
      sql.json(JSON.parse(JSON.stringify(rows))),
    ]);
  await insert('_users', [world.user]);
  await insert(
    '_allowed',
    world.allowed.map(record => ({ user: world.user.id, object: objects['technical.Warehouse']?.id, record })),
  );
  await insert(
    '_constants',
    Object.entries(world.constants).map(([path, value]) => ({ object: objects[path]?.id, value })),
  );
  for (const [path, rows] of Object.entries(world.records)) {
    const { attributes = [], sections = [] } = objects[path]?.entity ?? {};
    await run(`create table ${q(path)} (id uuid primary key ${columns(attributes)})`);
    await insert(
      path,
      rows.map(({ id, values }) => ({ id, ...stored(attributes, values) })),
    );
    for (const section of sections) {
      await run(`create table ${q(section.path)} (record uuid, line integer ${columns(section.attributes)})`);
      await insert(
        section.path,
        rows.flatMap(({ id, sections }) =>
          (sections[section.name] ?? []).map((values, index) => ({
            record: id,
            line: index + 1,
            ...stored(section.attributes, values),
          })),
        ),
      );
    }
  }
  for (const [path, rows] of Object.entries(world.registers)) {
    const register = objects[path]?.register;
    const attributes = [
      ...(register?.dimensions ?? []),
      ...(register?.resources ?? []),
      ...(register?.attributes ?? []),
    ];
    const recorded = register?.writing === 'recorder';
    const head = recorded ? 'timestamp(3), recorder uuid, "recorder:type" text, line integer' : 'date';
    await run(`create table ${q(path)} (id uuid, period ${head} ${columns(attributes)})`);
    await insert(path, rows.map(recordedRow));
    if (recorded && register.accumulation !== undefined)
      await installTotals({ sql, path, dimensions: names(register.dimensions), resources: names(register.resources) });
  }
}

const names = (attributes: readonly Attribute[]) => attributes.map(({ name }) => q(name));

async function installTotals({
  sql,
  path,
  dimensions,
  resources,
}: {
  readonly sql: Database['sql'];
  readonly path: string;
  readonly dimensions: readonly string[];
  readonly resources: readonly string[];
}): Promise<void> {
  const key = dimensions.join(', ');
  const months = ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'];
  const border = '2026-02-01';
  const sums = resources.map(name => `sum(${name}) as ${name}`).join(', ');
  const checkpoint = (month: string, extra: string) =>
    `select date '${month}' as month, ${key}, ${resources.map(name => `sum(${name}) + ${extra} as ${name}`).join(', ')} from ${q(path)} where period < '${month}' group by ${key}`;
  await sql.unsafe(`create table ${q(`${path}:totals`)} as select ${key}, ${sums} from ${q(path)} group by ${key};
    create table ${q(`${path}:turnovers`)} as select date_trunc('month', period)::date as month, 0::smallint as shard, ${key}, ${sums} from ${q(path)} group by 1, ${key};
    create table ${q(`${path}:checkpoints`)} as ${months.map(month => checkpoint(month, month > border ? '1000' : '0')).join(' union all ')};
    insert into "_checkpoints" values ('${objects[path]?.id}', '${border}', null)`);
}

function columns(attributes: readonly Attribute[]): string {
  return attributes
    .map(
      ({ name, type }) =>
        `, ${q(name)} ${sqlTypes[type.storage]}${type.storage === 'composite' ? `, ${q(`${name}:type`)} text` : ''}`,
    )
    .join('');
}

function stored(attributes: readonly Attribute[], values: Readonly<Record<string, Value>>): Record<string, Value> {
  const row: Record<string, Value> = {};
  for (const { name, type } of attributes) {
    const value = values[name] ?? null;
    const isPair = typeof value === 'object' && value !== null;
    row[name] = isPair ? value.id : type.storage === 'month' && value !== null ? `${value}-01` : value;
    if (isPair) row[`${name}:type`] = objects[value.type]?.id ?? null;
  }
  return row;
}
