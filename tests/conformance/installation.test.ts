import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MetadataObject } from '#platform';
import { functionsOf } from '../../runtime/infobases/functions-of.ts';
import { draftRecord } from '../../runtime/records/draft-record.ts';
import { listRecords } from '../../runtime/records/list-records.ts';
import { readBalance } from '../../runtime/registers/read-balance.ts';
import { readSlice } from '../../runtime/registers/read-slice.ts';
import { readTurnovers } from '../../runtime/registers/read-turnovers.ts';
import { rebuildTotalsSql } from '../../runtime/registers/rebuild-totals.ts';
import { verifyRegisters } from '../../runtime/registers/verify-registers.ts';
import { planMigration } from '../../runtime/storage/migration/plan-migration.ts';
import { type TestInfobase, testInfobase } from '../support/infobase.ts';
import { testedPackages } from './tested-packages.ts';

describe.each(await testedPackages())('$name on an empty database', ({ load }) => {
  let infobase: TestInfobase;
  let objects: readonly MetadataObject[];

  beforeAll(async () => {
    const { configuration, problems } = await load();
    if (configuration === undefined) throw new Error(JSON.stringify(problems));
    infobase = await testInfobase(configuration);
    objects = Object.values(configuration.objects);
  });

  afterAll(async () => {
    await infobase[Symbol.asyncDispose]();
  });

  test('is read back from it as it was installed', async () => {
    expect(infobase.session.infobase.configuration).toEqual((await load()).configuration);
  });

  test('needs nothing more to be done', async () => {
    const { configuration } = infobase.session.infobase;
    const { database } = infobase.session;
    const plan = await planMigration({ from: configuration, to: configuration, database, rebuild: rebuildTotalsSql });
    expect(plan.steps).toEqual([]);
  });

  test('has functions that can be made again over themselves', async () => {
    for (const text of functionsOf(infobase.session.infobase.configuration))
      await infobase.session.database.sql.unsafe(text);
  });

  test('lists every object, with its predefined items and nothing else', async () => {
    for (const { path, entity } of objects) {
      if (entity === undefined) continue;
      const { rows, count } = await listRecords(infobase.session, { path, count: true });
      expect([path, count]).toEqual([path, entity.predefined.length]);
      expect(rows.map(({ id }) => id).sort()).toEqual(entity.predefined.map(({ id }) => id).sort());
    }
  });

  test('fills in a new record of every object', async () => {
    for (const { path, entity } of objects) {
      if (entity === undefined) continue;
      const draft = await draftRecord(infobase.session, { path, request: {} });
      expect(Object.keys(draft.values).sort()).toEqual(entity.attributes.map(({ name }) => name).sort());
    }
  });

  test('answers every register, with nothing in it', async () => {
    const { session } = infobase;
    for (const { path, register } of objects) {
      const { accumulation, information } = register ?? {};
      if (accumulation?.of === 'balance') expect((await readBalance(session, { path })).rows).toEqual([]);
      if (accumulation !== undefined) {
        expect(
          (await readTurnovers(session, { path, from: '2026-01-01', to: '2027-01-01', by: 'month' })).rows,
        ).toEqual([]);
      }
      if (information !== undefined && information.periodicity !== 'none') {
        expect((await readSlice(session, { path, of: 'last' })).rows).toEqual([]);
      }
    }
  });

  test('has totals that agree with its movements', async () => {
    expect(await verifyRegisters(infobase.session.database, infobase.session.infobase.configuration)).toEqual([]);
  });
});
