import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../../runtime/http/contract.ts';
import { setConstant } from '../../../runtime/records/constants.ts';
import { createRecord } from '../../../runtime/records/create-record.ts';
import { findReferences } from '../../../runtime/records/find-references.ts';
import { listRecords } from '../../../runtime/records/list-records.ts';
import { switchOption } from '../../../runtime/records/options.ts';
import { readRecord } from '../../../runtime/records/read-record.ts';
import { updateRecord } from '../../../runtime/records/update-record.ts';
import { updateUser } from '../../../runtime/session/users.ts';
import { openFixture, problemsOf, type Trade } from './trade.ts';

let workshop: Trade;
let north: string;
let south: string;
beforeAll(async () => {
  workshop = await openFixture('workshop');
  north = (await create('workshop.Hall', { description: 'North' })).id;
  south = (await create('workshop.Hall', { description: 'South' })).id;
});
afterAll(() => workshop[Symbol.asyncDispose]());

const create = (path: string, values: Record<string, Value>, more = {}) =>
  createRecord(workshop.session, { path, write: { values, ...more } });
const bench = (owner: string, values = {}, slots: object[] = [{ depth: '3' }]) =>
  create('workshop.Bench', { description: 'Bench', owner, ...values }, { sections: { slots } });

describe('records of an owner', () => {
  it('count their codes from one for each owner', async () => {
    expect([(await bench(north)).number, (await bench(north)).number, (await bench(south)).number]).toEqual([
      '01',
      '02',
      '01',
    ]);
  });

  it('lie below records of the same owner', async () => {
    const parent = (await bench(north)).id;
    expect(await problemsOf(bench(south, { parent }))).toMatchObject([{ code: 'parent-of-other-owner' }]);
    expect(await bench(north, { parent })).toMatchObject({ version: 1 });
  });
});

describe('a record with a section', () => {
  it('that must have lines is refused without any', async () => {
    expect(await problemsOf(bench(north, {}, []))).toMatchObject([{ code: 'section-required', section: 'slots' }]);
  });

  it('is refused in the words of its own check', async () => {
    const [problem] = await problemsOf(bench(north, {}, [{ depth: '500' }]));
    expect(problem).toMatchObject({
      code: 'check-failed-worded',
      parameters: { message: { en: 'A slot is too deep.' } },
    });
  });

  it('has a limit to its lines', async () => {
    const slots = Array.from({ length: 50_001 }, () => ({ depth: '1' }));
    expect(await problemsOf(bench(north, {}, slots))).toMatchObject([{ code: 'lines-too-many', section: 'slots' }]);
  });
});

describe('a group', () => {
  it('stays a group', async () => {
    const { id } = await create('workshop.Tool', { description: 'Saws', isGroup: true });
    const turning = updateRecord(workshop.session, {
      path: 'workshop.Tool',
      id,
      write: { version: 1, values: { isGroup: false } },
    });
    expect(await problemsOf(turning)).toMatchObject([{ code: 'group-stays-group' }]);
  });
});

describe('a document without posting', () => {
  const note = (values: Record<string, Value>, amounts: string[] = [], more = {}) =>
    create('workshop.Note', values, { sections: { lines: amounts.map(amount => ({ amount })) }, ...more });

  it('cannot be posted', async () => {
    expect(await problemsOf(note({}, [], { post: true }))).toMatchObject([{ code: 'posting-unsupported' }]);
  });

  it('computes totals from lines and then shares of the total', async () => {
    const { id } = await note({}, ['30', '50', '20']);
    const view = await readRecord(workshop.session, { path: 'workshop.Note', id });
    expect(view.values).toMatchObject({ total: '100.00', reserve: '10.00' });
    expect(view.sections['lines']?.map(({ share }) => share)).toEqual(['30.0000', '50.0000', '20.0000']);
  });

  it('refers to records of several objects, and is found by them', async () => {
    const { id } = await note({ about: { type: 'workshop.Hall', id: south } });
    const view = await readRecord(workshop.session, { path: 'workshop.Note', id });
    expect(view.values['about']).toEqual({ type: 'workshop.Hall', id: south });
    expect(view.shown[south]).toContain('South');
    const found = await findReferences(workshop.session, { path: 'workshop.Hall', id: south });
    expect(found).toContainEqual(expect.objectContaining({ path: 'workshop.Note', attribute: 'about', id }));
    const { rows } = await listRecords(workshop.session, { path: 'workshop.Note', filter: 'document.about != null' });
    expect(rows.map(row => row.shown['about'])).toEqual([expect.stringContaining('South')]);
    expect(await problemsOf(note({ about: { type: 'workshop.Tool', id: south } }))).toMatchObject([
      { code: 'value-invalid' },
    ]);
  });

  it('counts its numbers from one each month', async () => {
    expect((await note({ date: '2030-01-31T00:00:00' })).number).toBe('N-001');
    expect((await note({ date: '2030-02-01T00:00:00' })).number).toBe('N-001');
    expect((await note({ date: '2030-02-28T00:00:00' })).number).toBe('N-002');
  });
});

describe('options', () => {
  const turn = (name: string, on: boolean) => switchOption(workshop.session, { path: `workshop.${name}`, on });

  it('are switched on after those they need and off before them', async () => {
    expect(await problemsOf(turn('ToolHire', true))).toMatchObject([{ code: 'option-needs' }]);
    await turn('Tools', true);
    await turn('ToolHire', true);
    expect(await problemsOf(turn('Tools', false))).toMatchObject([{ code: 'option-needed' }]);
    await turn('ToolHire', false);
    expect(await turn('Tools', false)).toEqual({ 'workshop.Tools': false, 'workshop.ToolHire': false });
  });
});

describe('a user that is not there', () => {
  it('cannot be changed', async () => {
    const write = { login: 'x', name: 'x', language: 'en', roles: [], disabled: false, allowed: {} } as const;
    const changing = updateUser(workshop.session, { id: north, write });
    expect(await problemsOf(changing)).toMatchObject([{ code: 'user-not-found' }]);
  });
});

describe('a constant', () => {
  it('takes no value that its own check refuses', async () => {
    const set = (value: Value) => setConstant(workshop.session, { path: 'workshop.DepthLimit', value });
    await set('2.5');
    expect(await problemsOf(set('-1'))).toMatchObject([
      { code: 'check-failed', path: 'workshop.DepthLimit', parameters: { found: '-1', condition: 'value > 0' } },
    ]);
    await set(null);
  });
});

describe('a register without dimensions and periods', () => {
  it('lists its one record', async () => {
    await create('workshop.Tariff', { rate: '5' });
    const { rows } = await listRecords(workshop.session, { path: 'workshop.Tariff' });
    expect(rows.map(({ values }) => values)).toMatchObject([{ rate: '5.0000' }]);
  });
});
