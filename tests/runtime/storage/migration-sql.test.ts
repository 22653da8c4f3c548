import { expect, test } from 'vitest';
import { rebuildTotalsSql } from '../../../runtime/registers/rebuild-totals.ts';
import { draftMigration } from '../../../runtime/storage/migration/plan-migration.ts';
import { changed, shopConfiguration } from '../../support/shop-package.ts';

/** The SQL under review; `infobases/upgrade-infobase.test.ts` runs the same statements. Refreshed by vitest -u. */
function sqlOf(...[from, to]: [Parameters<typeof draftMigration>[0]['from'], ReturnType<typeof shopConfiguration>]) {
  const { statements } = draftMigration({ from, to, rebuild: rebuildTotalsSql });
  return `${statements.filter(statement => !/ "_/.test(statement.split('\n')[0] ?? '')).join(';\n\n')};\n`;
}

test('the shop from nothing', async () => {
  await expect(sqlOf(null, shopConfiguration())).toMatchFileSnapshot('golden/shop-from-nothing.sql');
});

test('the shop with a narrower note, without weights, and with stock by quality', async () => {
  const item = changed(
    'catalogs/Item.yaml',
    '  weight: { type: quantity, check: item.weight > 0 }\n  note: text',
    '  note: { type: string, length: 40 }',
  );
  const stock = changed('accumulation-registers/Stock.yaml', 'resources:', '  quality: Quality\nresources:');
  const sale = changed(
    'documents/Sale.yaml',
    'item: line.item, quantity',
    'item: line.item, quality: line.quality, quantity',
  );
  const after = shopConfiguration({ ...item, ...stock, ...sale });
  await expect(sqlOf(shopConfiguration(), after)).toMatchFileSnapshot('golden/shop-changed.sql');
});

test('an equal configuration asks for nothing', () => {
  expect(sqlOf(shopConfiguration(), shopConfiguration())).toBe(';\n');
});
