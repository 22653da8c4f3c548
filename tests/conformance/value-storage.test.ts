import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble, type DataType, ProblemError, type ValueType, valueTypes } from '#platform';
import type { JsonValue } from '../../platform/types/value-type.ts';
import type { Value } from '../../runtime/http/contract.ts';
import { createRecord } from '../../runtime/records/create-record.ts';
import { listRecords } from '../../runtime/records/list-records.ts';
import { readRecord } from '../../runtime/records/read-record.ts';
import { type TestInfobase, testInfobase } from '../support/infobase.ts';
import { sourceOf } from '../support/shop-package.ts';
import { samplesOf, sampleTargets, usualType } from './value-samples.ts';

let infobase: TestInfobase;

beforeAll(async () => {
  infobase = await testInfobase(sampleConfiguration());
  await makeTargets(infobase);
});

afterAll(async () => {
  await infobase[Symbol.asyncDispose]();
});

describe.each(valueTypes.map(type => [type.name, type] as const))('%s in the database', (name, type) => {
  const path = `trade.${sampleOf(type)}`;
  const values = samplesOf(type);
  let ids: readonly string[];
  let empty: string;

  beforeAll(async () => {
    ids = await inTurn(values, async value => (await write(path, value)).id);
    empty = (await write(path, null)).id;
  });

  test('comes back as it went in', async () => {
    const read = await inTurn(ids, async id => (await readRecord(infobase.session, { path, id })).values['sample']);
    const wrong = values.filter((value, index) => !sameValue(type, value, read[index]));
    expect(wrong).toEqual([]);
  });

  test('comes back as no value when there is none', async () => {
    expect((await readRecord(infobase.session, { path, id: empty })).values['sample']).toBe(emptyValue(type));
  });

  test('is listed in its own order, with what is empty at one end', async () => {
    const { rows } = await listRecords(infobase.session, { path, order: ['sample'], limit: 100 });
    const listed = rows.map(({ values }) => values['sample'] ?? null);
    expect(listed).toHaveLength(values.length + 1);
    expect([0, values.length]).toContain(listed.indexOf(emptyValue(type)));
    const ordered = listed.filter(value => value !== null);
    const backwards = await listRecords(infobase.session, { path, order: ['-sample'], limit: 100 });
    expect(backwards.rows.map(({ values }) => values['sample'] ?? null).toReversed()).toEqual(listed);
    expect(inOrder(type, ordered)).toBe(true);
  });

  test('is listed page by page without a gap or a repetition', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listRecords(infobase.session, {
        path,
        order: ['sample'],
        limit: 2,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(seen.toSorted()).toEqual([...ids, empty].toSorted());
  });

  test('is found empty by a filter', async () => {
    const { rows } = await listRecords(infobase.session, { path, filter: 'item.sample == null' });
    expect(rows.map(({ id }) => id)).toEqual(emptyValue(type) === null ? [empty] : []);
  });

  test('is refused in words when the column cannot hold it', async () => {
    for (const value of beyond(usualType(type)))
      await expect(write(path, value), `${name} ${value}`).rejects.toThrow(ProblemError);
  });
});

/** A catalog for each type, with one attribute of it. */
function sampleConfiguration() {
  const catalogs = valueTypes.map(type => [
    `catalogs/${sampleOf(type)}.yaml`,
    `title: { en: Sample, ru: Образец }\nattributes:\n  sample: { type: ${writtenType(type)}, title: { en: Sample, ru: Образец } }`,
  ]);
  const files = {
    'package.yaml': 'name: trade\nversion: 1.0.0\nvendor: Aubade\ntitle: { en: Samples, ru: Образцы }\nrequires: {}',
    'catalogs/Item.yaml': 'title: { en: Item, ru: Товар }',
    'catalogs/Partner.yaml': 'title: { en: Partner, ru: Контрагент }',
    'enumerations/Quality.yaml':
      'title: { en: Quality, ru: Качество }\nvalues: { good: { en: Good, ru: Годный }, defective: { en: Defective, ru: Брак } }',
    ...Object.fromEntries(catalogs),
  };
  const { configuration, problems } = assemble([sourceOf('trade', files)], { ids: 'derived', hash: text => text });
  if (configuration === undefined) throw new ProblemError(problems);
  return configuration;
}

function sampleOf({ name }: ValueType): string {
  return `Sample${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function writtenType(type: ValueType): string {
  const targets = usualType(type).targets?.map(path => path.replace('trade.', '')) ?? [];
  if (targets.length > 1) return `[${targets.join(', ')}]`;
  return targets[0] ?? type.name;
}

/** The records that samples of references and files point to. */
async function makeTargets({ session }: TestInfobase): Promise<void> {
  for (const type of valueTypes) {
    for (const value of samplesOf(type)) {
      if (type.storage === 'file') {
        await session.database.sql`
          insert into _files (id, name, "mediaType", "sizeBytes", hash, content) values (${String(value)}, 'sample', 'text/plain', 0, '', '')
          on conflict do nothing`;
      }
    }
  }
  for (const path of new Set([...sampleTargets.reference, ...sampleTargets.composite])) {
    for (const id of samplesOf(valueTypes.find(type => type.storage === 'reference') ?? raise())) {
      await createRecord(session, { path, id: String(id), write: { values: { description: 'Target' } } });
    }
  }
}

function raise(): never {
  throw new Error('No value type is a reference.');
}

function write(path: string, value: Value) {
  return createRecord(infobase.session, { path, write: { values: { description: 'Sample', sample: value } } });
}

/** One after another: samples of one catalog take their codes in turn. */
async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function sameValue(type: ValueType, written: JsonValue, read: Value | undefined): boolean {
  return (
    read !== undefined &&
    read !== null &&
    type.check(read, usualType(type)) === undefined &&
    type.compare(written, read) === 0
  );
}

/** A flag that nobody set is off; everything else that nobody entered is not there. */
function emptyValue({ storage }: ValueType): false | null {
  return storage === 'boolean' ? false : null;
}

/** What points to records is listed by what people read, which the value alone does not tell. */
function inOrder(type: ValueType, values: readonly JsonValue[]): boolean {
  if (['reference', 'composite', 'file'].includes(type.storage)) return true;
  return values.every((value, index) => {
    const before = values[index - 1];
    return before === undefined || compareInLists(type, before, value) <= 0;
  });
}

/** Lists order texts as people do, expressions by their characters. */
function compareInLists(type: ValueType, one: JsonValue, other: JsonValue): number {
  const isText = type.storage === 'text' && typeof one === 'string' && typeof other === 'string';
  return isText ? new Intl.Collator('und').compare(one, other) : type.compare(one, other);
}

function beyond({ storage, length, precision = 0, scale = 0 }: DataType): string[] {
  if (storage === 'decimal') return [`1${'0'.repeat(precision - scale)}`];
  return length === undefined ? [] : ['x'.repeat(length + 1)];
}
