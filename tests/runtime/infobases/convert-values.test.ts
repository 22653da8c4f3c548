import { describe, expect, test } from 'vitest';
import { planUpgrade, upgradeInfobase } from '../../../runtime/infobases/upgrade-infobase.ts';
import { changed, shopConfiguration } from '../../support/shop-package.ts';
import { bolt, bolts, ids, main, nut, upgraded } from '../../support/upgraded-shop.ts';

const item = 'catalogs/Item.yaml';

describe('values take another form', () => {
  // attribute before · after · value kept before · value after, or why not
  const kept: [string, string, string, unknown][] = [
    ['text', '{ type: string, length: 20 }', `'12'`, '12'],
    ['{ type: string, length: 5 }', '{ type: string, length: 20 }', `'abc'`, 'abc'],
    ['{ type: string, length: 5 }', 'text', `'abc'`, 'abc'],
    ['text', 'money', `'12.5'`, '12.50'],
    ['text', '{ type: decimal, precision: 9, scale: 0 }', `'-7'`, '-7'],
    ['{ type: decimal, precision: 9, scale: 2 }', '{ type: decimal, precision: 12, scale: 4 }', '1.25', '1.2500'],
    ['{ type: decimal, precision: 9, scale: 2 }', '{ type: decimal, precision: 9, scale: 1 }', '1.50', '1.5'],
    ['{ type: decimal, precision: 9, scale: 2 }', 'text', '1.50', '1.5'],
    ['{ type: decimal, precision: 9, scale: 2 }', 'boolean', '1', true],
    ['boolean', '{ type: decimal, precision: 1, scale: 0 }', 'true', '1'],
    ['boolean', 'text', 'true', 'true'],
    ['text', 'boolean', `'false'`, false],
    ['date', 'dateTime', `'2026-01-31'`, '2026-01-31T00:00:00'],
    ['dateTime', 'date', `'2026-01-31 00:00'`, '2026-01-31'],
    ['dateTime', 'text', `'2026-01-31 10:20:30'`, '2026-01-31T10:20:30'],
    ['date', 'month', `'2026-01-01'`, '2026-01-01'],
    ['month', 'date', `'2026-01-01'`, '2026-01-01'],
    ['month', 'text', `'2026-01-01'`, '2026-01'],
    ['text', 'date', `'2026-01-31'`, '2026-01-31'],
    ['text', 'Quality', `'good'`, 'good'],
    ['Quality', 'text', `'good'`, 'good'],
  ];

  test.each(kept)('%s becomes %s: %s', async (before, now, value, expected) => {
    const from = changed(item, 'note: text', `note: ${before}`);
    const after = changed(item, 'note: text', `note: ${now}`);
    const data = [
      `insert into "shop.Item" (id, description, note) values ('${bolt}', 'Bolt', ${value}), ('${nut}', 'Nut', null)`,
    ];
    await using shop = await upgraded({ before: from, data, after });
    expect([shop.steps, shop.problems]).toEqual([['converted shop.Item.note 1'], []]);
    expect(await shop.query('select note from "shop.Item" order by id')).toEqual([{ note: expected }, { note: null }]);
  });

  const impossible: [string, string, string][] = [
    ['text', '{ type: string, length: 3 }', `'abcd'`],
    ['text', 'money', `'twelve'`],
    ['text', '{ type: decimal, precision: 3, scale: 0 }', `'1000'`],
    ['{ type: decimal, precision: 9, scale: 2 }', '{ type: decimal, precision: 3, scale: 2 }', '12.00'],
    ['text', 'date', `'tomorrow'`],
    ['text', 'boolean', `'perhaps'`],
    ['text', 'Quality', `'excellent'`],
  ];

  test.each(impossible)('%s cannot become %s: %s', async (before, now, value) => {
    const from = changed(item, 'note: text', `note: ${before}`);
    const after = changed(item, 'note: text', `note: ${now}`);
    const data = [`insert into "shop.Item" (id, description, note) values ('${bolt}', 'Bolt', ${value})`];
    await using shop = await upgraded({ before: from, data, after, consent: ['*'] });
    expect(shop.problems).toEqual(['migration-impossible shop.Item.note']);
    expect(await shop.query('select description from "shop.Item"')).toEqual([{ description: 'Bolt' }]);
  });

  const cut: [string, string, string, unknown][] = [
    ['{ type: decimal, precision: 9, scale: 2 }', '{ type: decimal, precision: 9, scale: 1 }', '1.25', '1.3'],
    ['dateTime', 'date', `'2026-01-31 10:00'`, '2026-01-31'],
    ['date', 'month', `'2026-01-31'`, '2026-01-01'],
    ['{ type: decimal, precision: 9, scale: 2 }', 'boolean', '2', true],
  ];

  test.each(cut)('%s is cut to %s only with consent: %s', async (before, now, value, expected) => {
    const from = changed(item, 'note: text', `note: ${before}`);
    const after = changed(item, 'note: text', `note: ${now}`);
    const data = [`insert into "shop.Item" (id, description, note) values ('${bolt}', 'Bolt', ${value})`];
    const request = { before: from, data, after };
    await using refused = await upgraded(request);
    expect(refused.problems).toEqual(['migration-loses shop.Item.note']);
    await using shop = await upgraded({ ...request, consent: ['shop.Item.note'] });
    expect([shop.problems, await shop.query('select note from "shop.Item"')]).toEqual([[], [{ note: expected }]]);
  });

  test('a reference comes to allow several catalogs, and the other way what does not fit needs consent', async () => {
    const one = changed(item, 'note: text', 'note: Place');
    const several = changed(item, 'note: text', 'note: [Place, Item]');
    const data = [
      `insert into "shop.Item" (id, description, note) values ('${bolt}', 'Bolt', '${main}'), ('${nut}', 'Nut', null)`,
    ];
    await using shop = await upgraded({ before: one, data, after: several });
    expect([shop.steps, shop.problems]).toEqual([['converted shop.Item.note 1'], []]);
    expect(await shop.query('select note, "note:type" as type from "shop.Item" order by id')).toEqual([
      { note: main, type: 'place001' },
      { note: null, type: null },
    ]);
    await shop.query(`update "shop.Item" set note = id, "note:type" = 'item0001' where id = '${nut}'`);
    const back = await planUpgrade(shop.db, shopConfiguration({ ...ids, ...one }));
    expect(back.steps).toMatchObject([{ change: 'converted', rows: 2, losing: 1, impossible: 0 }]);
    await upgradeInfobase(shop.db, { plan: back, consent: ['shop.Item.note'] });
    expect(await shop.query('select note from "shop.Item" order by id')).toEqual([{ note: main }, { note: null }]);
  });

  test('a type of another nature is a loss', async () => {
    const after = changed(item, 'weight: { type: quantity, check: item.weight > 0 }', 'weight: Place');
    await using refused = await upgraded({ data: [bolts], after });
    expect(refused.problems).toEqual(['migration-loses shop.Item.weight']);
    await using shop = await upgraded({ data: [bolts], after, consent: ['shop.Item.weight'] });
    expect(await shop.query('select weight from "shop.Item"')).toEqual([{ weight: null }]);
    await expect(shop.query(`update "shop.Item" set weight = '${bolt}'`)).rejects.toThrow('shop.Item.weight:reference');
  });
});
