import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planUpgrade } from '../../../runtime/infobases/upgrade-infobase.ts';
import { loadConfiguration } from '../../../runtime/loading/load-configuration.ts';
import { testInfobase } from '../../support/database.ts';
import { fixtureConfiguration } from '../../support/fixture-configuration.ts';

const fixtures = readdirSync(join(import.meta.dirname, '../../fixtures'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

test.each(fixtures)('the fixture %s installs in an empty infobase, and then there is nothing to do', async name => {
  const configuration = await fixtureConfiguration(name);
  await using db = await testInfobase(configuration);
  expect((await planUpgrade(db, configuration)).steps).toEqual([]);
});

test('the configurations that ship install together in an empty infobase', async () => {
  const { configuration, problems } = await loadConfiguration();
  expect(problems).toEqual([]);
  if (configuration === undefined) return;
  await using db = await testInfobase(configuration);
  expect((await planUpgrade(db, configuration)).steps).toEqual([]);
});
