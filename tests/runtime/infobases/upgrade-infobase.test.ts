import { describe, expect, test } from 'vitest';
import { planUpgrade, upgradeInfobase } from '../../../runtime/infobases/upgrade-infobase.ts';
import { installedConfiguration } from '../../../runtime/storage/installed-configuration.ts';
import { testInfobase } from '../../support/database.ts';
import { changed, shopConfiguration, shopFiles } from '../../support/shop-package.ts';
import { bolt, bolts, ids, main, nut, sale, upgraded } from '../../support/upgraded-shop.ts';

const nuts = `insert into "shop.Item" (id, description, weight, note) values ('${nut}', 'Nut', 2.5, 'light')`;
const sales = `insert into "shop.Sale" (id, number, "date", place) values ('${sale}', '1', '2026-03-05', '${main}');
  insert into "shop.Sale.lines" (record, line, item, quality, quantity, price) values
  ('${sale}', 1, '${bolt}', 'good', 2, 3.5), ('${sale}', 2, '${bolt}', 'bad', 1, 1)`;
const movements = `insert into "shop.Stock" (period, recorder, "recorder:type", line, movement, place, item, quantity) values
  ('2026-03-05', '${sale}', 'sale0001', 1, 1, '${main}', '${bolt}', 5),
  ('2026-03-06', '${sale}', 'sale0001', 2, -1, '${main}', '${bolt}', -2),
  ('2026-03-07', '${sale}', 'sale0001', 3, 1, '${main}', '${nut}', 4)`;

const item = 'catalogs/Item.yaml';
const place = 'catalogs/Place.yaml';
const saleFile = 'documents/Sale.yaml';
const stock = 'accumulation-registers/Stock.yaml';
const quality = 'enumerations/Quality.yaml';

describe('what is added', () => {
  test('leaves old records with an empty value', async () => {
    await using shop = await upgraded({
      data: [bolts],
      after: changed(item, '  note: text', '  note: text\n  amount: money'),
    });
    expect([shop.steps, shop.problems]).toEqual([['added shop.Item.amount'], []]);
    expect(await shop.query('select description, amount from "shop.Item"')).toEqual([
      { description: 'Bolt', amount: null },
    ]);
  });

  test('may be an object that old ones refer to', async () => {
    const after = {
      'catalogs/Shelf.yaml': 'title: { en: Shelf, ru: Полка }',
      ...changed(item, '  note: text', '  note: text\n  shelf: { type: Shelf, title: { en: Shelf, ru: Полка } }'),
      'subsystems/Trade.yaml':
        'title: { en: Trade, ru: Торговля }\nobjects: [Sale, Item, Place, Stock, Price, Owner, Shelf]',
    };
    await using shop = await upgraded({ data: [bolts], after });
    expect(shop.problems).toEqual([]);
    await expect(shop.query(`update "shop.Item" set shelf = '${bolt}'`)).rejects.toThrow('shop.Item.shelf:reference');
  });
});

describe('what is renamed keeps its values', () => {
  test('an attribute', async () => {
    const after = {
      'ids.yaml': ids['ids.yaml'].replace('Item.weight:', 'Item.quantity:'),
      ...changed(item, 'weight: { type: quantity, check: item.weight > 0 }', 'quantity: { type: quantity }'),
    };
    await using shop = await upgraded({ data: [bolts], after });
    expect([shop.steps, shop.problems]).toEqual([['renamed shop.Item.weight shop.Item.quantity'], []]);
    expect(await shop.query('select quantity from "shop.Item"')).toEqual([{ quantity: '1.250' }]);
  });

  test('two attributes that change places', async () => {
    const before = changed(item, '  note: text', '  note: text\n  price: { type: string, length: 9 }');
    const text = ids['ids.yaml'].replace('Item.note: note0001', 'Item.note: note0001\nItem.price: iprice01');
    const swapped = text.replace(
      'Item.note: note0001\nItem.price: iprice01',
      'Item.note: iprice01\nItem.price: note0001',
    );
    const after = {
      'ids.yaml': swapped,
      [item]: (before[item] ?? '')
        .replace('note: text', 'note: { type: string, length: 9 }')
        .replace(/price: .*$/, 'price: text'),
    };
    const data = [bolts, `update "shop.Item" set price = 'cheap'`];
    await using shop = await upgraded({ before: { ...before, 'ids.yaml': text }, data, after });
    expect(shop.problems).toEqual([]);
    expect(await shop.query('select note, price from "shop.Item"')).toEqual([{ note: 'cheap', price: '12' }]);
  });

  test('an object, with its sections, its lines and all that refers to it', async () => {
    const after = {
      'ids.yaml': ids['ids.yaml'].replace(/^Sale/gm, 'Deal'),
      [saleFile]: null,
      'documents/Deal.yaml': changed(saleFile, 'Sale', 'Deal')[saleFile] ?? '',
      'roles/Seller.yaml': 'title: { en: Seller, ru: Продавец }\nrights:\n  Deal: [read, create]',
      'subsystems/Trade.yaml': 'title: { en: Trade, ru: Торговля }\nobjects: [Deal, Item, Place, Stock, Price, Owner]',
    };
    await using shop = await upgraded({ data: [bolts, sales], after });
    expect(shop.problems).toEqual([]);
    expect(shop.steps).toContain('renamed shop.Sale shop.Deal');
    expect(shop.steps.filter(step => /lost|added/.test(step))).toEqual([]);
    expect(await shop.query('select count(*) from "shop.Deal.lines" l join "shop.Deal" d on d.id = l.record')).toEqual([
      { count: '2' },
    ]);
  });

  test('two objects that change places, with all that refers to them', async () => {
    const shelf = 'catalogs/Shelf.yaml';
    const before = {
      [shelf]: 'title: { en: Shelf, ru: Полка }\nattributes:\n  near: { type: Place, title: { en: Near, ru: Рядом } }',
      'constants/Best.yaml': 'title: { en: Best, ru: Лучшее }\ntype: [Place, Shelf]',
      'subsystems/Trade.yaml':
        'title: { en: Trade, ru: Торговля }\nobjects: [Sale, Item, Place, Stock, Price, Owner, Shelf, Best]',
      'ids.yaml': `${ids['ids.yaml']}\nShelf: shelf001\nShelf.near: snear001\nBest: best0001\n`,
    };
    const exchanged = (text: string | undefined) =>
      (text ?? '').replaceAll(/\b(Place|Shelf)\b/g, name => (name === 'Place' ? 'Shelf' : 'Place'));
    const after = {
      'ids.yaml': exchanged(before['ids.yaml']),
      [place]: exchanged(before[shelf]),
      [shelf]: shopFiles[place] ?? '',
      [saleFile]: exchanged(shopFiles[saleFile]),
      [stock]: exchanged(shopFiles[stock]),
    };
    const data = [
      bolts,
      sales,
      `insert into "shop.Shelf" (id, description, near) values ('${nut}', 'Upper', '${main}')`,
      `insert into _constants (object, value) values ('best0001', '{"type": "shop.Shelf", "id": "${nut}"}')`,
    ];
    await using shop = await upgraded({ before, data, after });
    expect([shop.problems, shop.steps.filter(step => /lost|added/.test(step))]).toEqual([[], []]);
    expect(await shop.query('select id, description, near from "shop.Place"')).toEqual([
      { id: nut, description: 'Upper', near: main },
    ]);
    expect(await shop.query('select id from "shop.Shelf"')).toEqual([{ id: main }]);
    expect(await shop.query(`select value->>'type' as type from _constants`)).toEqual([{ type: 'shop.Place' }]);
    await expect(shop.query(`update "shop.Sale" set place = '${nut}'`)).rejects.toThrow('shop.Sale.place:reference');
    const named = `select indexname from pg_indexes where tablename in ('shop.Place', 'shop.Shelf')`;
    expect(await shop.query(`${named} and indexname not like tablename || '%'`)).toEqual([]);
  });

  test('two tabular sections that change places', async () => {
    const extras = `  extras:
    title: { en: Extras, ru: Дополнения }
    attributes:
      note: { type: string, length: 20 }
posting:`;
    const file = changed(saleFile, 'posting:', extras);
    const before = {
      ...file,
      'ids.yaml': `${ids['ids.yaml']}\nSale.extras: extras01\nSale.extras.note: xnote001\n`,
    };
    const exchanged = (text: string | undefined) =>
      (text ?? '').replaceAll(/\b(lines|extras)\b/g, name => (name === 'lines' ? 'extras' : 'lines'));
    const after = { 'ids.yaml': exchanged(before['ids.yaml']), [saleFile]: exchanged(file[saleFile]) };
    const data = [bolts, sales, `insert into "shop.Sale.extras" (record, line, note) values ('${sale}', 1, 'gift')`];
    await using shop = await upgraded({
      before,
      data,
      after: { ...after, 'words.yaml': `extras: { en: Extras, ru: Дополнения }${shopFiles['words.yaml']}` },
    });
    expect([shop.problems, shop.steps.filter(step => /lost|added/.test(step))]).toEqual([[], []]);
    expect(await shop.query('select line, note from "shop.Sale.lines"')).toEqual([{ line: 1, note: 'gift' }]);
    expect(await shop.query('select line from "shop.Sale.extras" order by line')).toEqual([{ line: 1 }, { line: 2 }]);
  });

  test('a tabular section', async () => {
    const after = {
      'ids.yaml': ids['ids.yaml'].replace(/Sale\.lines/g, 'Sale.rows'),
      'words.yaml': `rows: { en: Rows, ru: Строки }\n${changed('words.yaml', 'lines: { en: Lines, ru: Строки }\n', '')['words.yaml'] ?? ''}`,
      [saleFile]: (changed(saleFile, '  lines:\n', '  rows:\n')[saleFile] ?? '')
        .replace('document.lines', 'document.rows')
        .replace('each: lines', 'each: rows'),
    };
    await using shop = await upgraded({ data: [bolts, sales], after });
    expect(shop.problems).toEqual([]);
    expect(await shop.query('select line, price from "shop.Sale.rows" order by line')).toEqual(
      [
        { line: 1, price: '3.50' },
        { line: 2, price: '1.00' },
      ].map(row => ({ ...row, price: expect.stringMatching(row.price.replace(/0$/, '')) })),
    );
  });

  test('a value of an enumeration, wherever it is kept', async () => {
    const after = {
      'ids.yaml': ids['ids.yaml'].replace('Quality.bad:', 'Quality.spoilt:'),
      ...changed(quality, 'bad: {}', 'spoilt: { en: Spoilt, ru: Испорчен }'),
    };
    await using shop = await upgraded({ data: [bolts, sales], after });
    expect([shop.steps, shop.problems]).toEqual([['renamed shop.Quality.bad shop.Quality.spoilt'], []]);
    expect(await shop.query('select quality from "shop.Sale.lines" order by line')).toEqual([
      { quality: 'good' },
      { quality: 'spoilt' },
    ]);
  });

  test('a predefined record', async () => {
    const after = {
      'ids.yaml': ids['ids.yaml'].replace('Place.main:', 'Place.central:'),
      ...changed(place, 'main: {}', 'central: { title: { en: Central, ru: Центральный } }'),
    };
    await using shop = await upgraded({ data: [`update "shop.Place" set description = 'Ours'`], after });
    expect([shop.steps, shop.problems]).toEqual([['renamed shop.Place.main shop.Place.central'], []]);
    expect(await shop.query('select id, predefined, description from "shop.Place"')).toEqual([
      { id: main, predefined: 'central', description: 'Ours' },
    ]);
  });
});

describe('what has no place any more', () => {
  const withoutNote = changed(item, '\n  note: text', '');

  test('is not lost without consent, and then nothing is changed', async () => {
    await using shop = await upgraded({ data: [bolts], after: withoutNote });
    expect([shop.steps, shop.problems]).toEqual([['lost shop.Item.note 1'], ['migration-loses shop.Item.note']]);
    expect(await shop.query('select note from "shop.Item"')).toEqual([{ note: '12' }]);
    const installed = await installedConfiguration(shop.db);
    expect(installed?.hash).toBe(shopConfiguration(ids).hash);
  });

  test('goes with consent', async () => {
    await using shop = await upgraded({ data: [bolts], after: withoutNote, consent: ['shop.Item.note'] });
    expect(shop.problems).toEqual([]);
    await expect(shop.query('select note from "shop.Item"')).rejects.toThrow('note');
  });

  test('needs no consent while it is empty', async () => {
    await using shop = await upgraded({ after: withoutNote });
    expect([shop.steps, shop.problems]).toEqual([['lost shop.Item.note'], []]);
  });

  test('a value of an enumeration: its users become empty', async () => {
    const after = changed(quality, ', bad: {}', '');
    await using refused = await upgraded({ data: [bolts, sales], after });
    expect([refused.steps, refused.problems]).toEqual([
      ['lost shop.Quality.bad 1'],
      ['migration-loses shop.Quality.bad'],
    ]);
    await using shop = await upgraded({ data: [bolts, sales], after, consent: ['shop.Quality.bad'] });
    expect(await shop.query('select quality from "shop.Sale.lines" order by line')).toEqual([
      { quality: 'good' },
      { quality: null },
    ]);
  });

  test('a whole object', async () => {
    const after = {
      'information-registers/Price.yaml': null,
      'subsystems/Trade.yaml': 'title: { en: Trade, ru: Торговля }\nobjects: [Sale, Item, Place, Stock, Owner]',
    };
    const price = `insert into "shop.Price" (id, period, item, price) values ('${sale}', '2026-01-01', '${bolt}', 3)`;
    await using refused = await upgraded({ data: [bolts, price], after });
    expect([refused.steps, refused.problems]).toEqual([['lost shop.Price 1'], ['migration-loses shop.Price']]);
    await using shop = await upgraded({ data: [bolts, price], after, consent: ['*'] });
    expect(await shop.query(`select to_regclass('"shop.Price"') as found`)).toEqual([{ found: null }]);
  });

  test('a constant that has a value', async () => {
    const after = {
      'constants/Owner.yaml': null,
      'subsystems/Trade.yaml': 'title: { en: Trade, ru: Торговля }\nobjects: [Sale, Item, Place, Stock, Price]',
    };
    const owner = shopConfiguration(ids).objects['shop.Owner']?.id;
    const data = [`insert into _constants (object, value) values ('${owner}', '"Ann"')`];
    await using refused = await upgraded({ data, after });
    expect(refused.problems).toEqual(['migration-loses shop.Owner']);
  });

  test('a predefined record stays as an ordinary one', async () => {
    await using shop = await upgraded({ after: { ...changed(place, '\npredefined:\n  main: {}', '') } });
    expect([shop.steps, shop.problems]).toEqual([[], []]);
    expect(await shop.query('select id, predefined from "shop.Place"')).toEqual([{ id: main, predefined: null }]);
  });
});

describe('totals are made anew from movements', () => {
  test('when a dimension is removed', async () => {
    const after = {
      ...changed(stock, '\n  item: { type: Item, required: true }', ''),
      ...changed(saleFile, ', item: line.item, quantity', ', quantity'),
    };
    await using shop = await upgraded({ data: [bolts, nuts, movements], after, consent: ['shop.Stock.item'] });
    expect([shop.steps, shop.problems]).toEqual([['lost shop.Stock.item 3', 'rebuilt shop.Stock'], []]);
    expect(await shop.query('select place, quantity from "shop.Stock:totals"')).toEqual([
      { place: main, quantity: '7.000' },
    ]);
  });

  test('when a dimension is added', async () => {
    const after = {
      ...changed(stock, 'resources:', '  quality: Quality\nresources:'),
      ...changed(saleFile, 'item: line.item, quantity', 'item: line.item, quality: line.quality, quantity'),
    };
    await using shop = await upgraded({ data: [bolts, nuts, movements], after });
    expect([shop.steps, shop.problems]).toEqual([['added shop.Stock.quality', 'rebuilt shop.Stock'], []]);
    expect(await shop.query('select item, quality, quantity from "shop.Stock:totals" order by item')).toEqual([
      { item: bolt, quality: null, quantity: '3.000' },
      { item: nut, quality: null, quantity: '4.000' },
    ]);
    expect(
      await shop.query(
        'select month, quantity, "quantity:receipt" as receipt from "shop.Stock:turnovers" order by item',
      ),
    ).toEqual([
      { month: '2026-03-01', quantity: '3.000', receipt: '5.000' },
      { month: '2026-03-01', quantity: '4.000', receipt: '4.000' },
    ]);
  });

  test('but a renamed resource takes its totals along', async () => {
    const after: Record<string, string> = {
      'ids.yaml': ids['ids.yaml'].replace('Stock.quantity:', 'Stock.amount:'),
      ...changed(stock, '  quantity: quantity', '  amount: quantity'),
      ...changed(saleFile, 'quantity: line.quantity }', 'amount: line.quantity }'),
    };
    after[stock] = (after[stock] ?? '').replace('balance.quantity', 'balance.amount');
    const total = `insert into "shop.Stock:totals" (place, item, quantity) values ('${main}', '${bolt}', 3)`;
    await using shop = await upgraded({ data: [bolts, total], after });
    expect([shop.steps, shop.problems]).toEqual([['renamed shop.Stock.quantity shop.Stock.amount'], []]);
    expect(await shop.query('select amount from "shop.Stock:totals"')).toEqual([{ amount: '3.000' }]);
  });
});

describe('information registers', () => {
  const price = 'information-registers/Price.yaml';
  const prices = [
    bolts,
    `insert into "shop.Price" (id, period, item, price) values ('${sale}', '2026-01-15', '${bolt}', 3)`,
  ];

  test('a coarser period cuts the dates', async () => {
    await using shop = await upgraded({
      data: prices,
      after: changed(price, 'periodicity: day', 'periodicity: month'),
    });
    expect(shop.problems).toEqual([]);
    expect(await shop.query('select period from "shop.Price"')).toEqual([{ period: '2026-01-01' }]);
  });

  test('a coarser period under which two records meet is refused', async () => {
    const second = `insert into "shop.Price" (id, period, item, price) values ('${nut}', '2026-01-16', '${bolt}', 4)`;
    await using shop = await upgraded({
      data: [...prices, second],
      after: changed(price, 'periodicity: day', 'periodicity: month'),
    });
    expect(shop.problems).toEqual(['value-not-unique shop.Price']);
    expect(await shop.query('select count(*) from "shop.Price"')).toEqual([{ count: '2' }]);
  });

  test('a register that comes to have periods knows its records from the beginning', async () => {
    const before = changed(price, 'periodicity: day', 'periodicity: none');
    const data = [bolts, `insert into "shop.Price" (id, item, price) values ('${sale}', '${bolt}', 3)`];
    await using shop = await upgraded({ before, data, after: changed(price, 'periodicity: day', 'periodicity: day') });
    expect(shop.problems).toEqual([]);
    expect(await shop.query('select period, price from "shop.Price"')).toMatchObject([{ period: '0001-01-01' }]);
  });
});

test('several versions one after another end as one installation of the last would', async () => {
  const last = {
    ...ids,
    ...changed(item, '  note: text', '  note: { type: string, length: 30 }\n  amount: money'),
    ...changed(stock, 'resources:', '  quality: Quality\nresources:'),
    ...changed(saleFile, 'item: line.item, quantity', 'item: line.item, quality: line.quality, quantity'),
  };
  await using migrated = await testInfobase(shopConfiguration(ids));
  await upgradeInfobase(migrated, { plan: await planUpgrade(migrated, shopConfiguration(last)), consent: [] });
  await using fresh = await testInfobase(shopConfiguration(last));
  const shape = `select 'column' as part, table_name || '.' || column_name as name,
      concat_ws(' ', data_type, character_maximum_length, numeric_precision, numeric_scale, is_nullable, column_default) as detail
    from information_schema.columns where table_schema = 'main'
    union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'main'
    union all select 'constraint', conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'main'::regnamespace
    union all select 'function', proname, md5(prosrc) from pg_proc where pronamespace = 'main'::regnamespace order by 1, 2, 3`;
  const [one, other] = [await migrated.sql.unsafe(shape), await fresh.sql.unsafe(shape)];
  expect([...one]).toEqual([...other]);
});

test('a plan that another installation overtook is refused', async () => {
  await using db = await testInfobase(shopConfiguration(ids));
  const plan = await planUpgrade(db, shopConfiguration({ ...ids, ...changed(item, '\n  note: text', '') }));
  const other = await planUpgrade(db, shopConfiguration({ ...ids, ...changed(item, 'note: text', 'note: money') }));
  await upgradeInfobase(db, { plan: other, consent: [] });
  await expect(upgradeInfobase(db, { plan, consent: [] })).rejects.toThrow('migration-outdated');
});
