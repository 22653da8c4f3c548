import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfiguration, shippedConfigurations } from '../../../runtime/loading/load-configuration.ts';
import { writeIds } from '../../../runtime/loading/write-ids.ts';

const trade = resolve('tests/fixtures/trade');

/** A copy of the trade package in a folder of its own, gone when the test ends. */
async function copyOfTrade() {
  const folder = await mkdtemp(join(tmpdir(), 'aubade-loading-'));
  await cp(trade, join(folder, 'trade'), { recursive: true });
  return { folder: join(folder, 'trade'), [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

describe('loading a configuration', () => {
  it('reads a package by its folder', async () => {
    const { configuration, problems, folders } = await loadConfiguration({ roots: [trade], ids: 'derived' });
    expect(problems).toEqual([]);
    expect(folders).toEqual({ trade });
    expect(configuration?.objects).toHaveProperty(['trade.Sale']);
  });

  it('finds packages anywhere below a folder, and takes what they require with them', async () => {
    const { configuration, folders } = await loadConfiguration({ packages: ['technical'], ids: 'derived' });
    expect(configuration?.packages.map(({ name }) => name)).toEqual(['regulatory', 'economic', 'technical']);
    expect(folders['technical']).toBe(join(shippedConfigurations, 'management/technical'));
  });

  it('looks for what is required among the shipped packages, too', async () => {
    await using copy = await copyOfTrade();
    const manifest = await readFile(join(copy.folder, 'package.yaml'), 'utf8');
    await writeFile(
      join(copy.folder, 'package.yaml'),
      manifest.replace('requires: {}', 'requires: { regulatory: ^1.0.0 }'),
    );
    const { configuration, problems } = await loadConfiguration({ roots: [copy.folder], ids: 'derived' });
    expect(problems).toEqual([]);
    expect(configuration?.packages.map(({ name }) => name)).toEqual(['regulatory', 'trade']);
  });

  it('says which packages there are when one that is asked for is not', async () => {
    const { problems, configuration } = await loadConfiguration({ packages: ['tecnical'] });
    expect(configuration).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'package-not-found', parameters: { name: 'tecnical', didYouMean: { en: ' Did you mean «technical»?' } } },
    ]);
  });

  it('refuses a folder that is not there, is a file, or has no package in it', async () => {
    const codesOf = async (root: string) => (await loadConfiguration({ roots: [root] })).problems.map(one => one.code);
    expect(await codesOf('/no/such/folder')).toEqual(['folder-not-found']);
    expect(await codesOf(join(trade, 'package.yaml'))).toEqual(['folder-not-found']);
    expect(await codesOf(join(trade, 'catalogs'))).toEqual(['package-none-found']);
  });

  it('suggests a package that lies there when the one required does not', async () => {
    await using copy = await copyOfTrade();
    const manifest = await readFile(join(copy.folder, 'package.yaml'), 'utf8');
    await writeFile(
      join(copy.folder, 'package.yaml'),
      manifest.replace('requires: {}', 'requires: { regulatry: ^1.0.0 }'),
    );
    const { problems } = await loadConfiguration({ roots: [copy.folder], ids: 'derived' });
    const didYouMean = { en: ' Did you mean «regulatory»?' };
    expect(problems).toMatchObject([
      { code: 'package-missing', path: 'trade', parameters: { name: 'regulatry', didYouMean } },
    ]);
  });

  it('reports a manifest that cannot be read', async () => {
    await using copy = await copyOfTrade();
    await writeFile(join(copy.folder, 'package.yaml'), 'name: [');
    const { problems } = await loadConfiguration({ roots: [copy.folder] });
    expect(problems).toMatchObject([{ code: 'yaml-syntax', path: 'package' }]);
  });

  it('needs permanent ids, which are written once and then stay', async () => {
    await using copy = await copyOfTrade();
    const before = await loadConfiguration({ roots: [copy.folder] });
    expect(before.problems).toMatchObject([{ code: 'id-missing', path: 'trade' }]);
    expect(await writeIds([copy.folder])).toBeGreaterThan(50);
    const [first, second] = [
      await loadConfiguration({ roots: [copy.folder] }),
      await loadConfiguration({ roots: [copy.folder] }),
    ];
    expect(first.problems).toEqual([]);
    expect(second.configuration).toEqual(first.configuration);
    expect(await writeIds([copy.folder])).toBe(0);
  });

  it('writes missing ids on the way when asked', async () => {
    await using copy = await copyOfTrade();
    expect((await loadConfiguration({ roots: [copy.folder], ids: 'written' })).problems).toEqual([]);
    expect(await readFile(join(copy.folder, 'ids.yaml'), 'utf8')).toMatch(/^Sale\.lines\.quantity: [a-z][a-z0-9]{7}$/m);
  });

  it('names a folder that is not there', async () => {
    const { problems } = await loadConfiguration({ roots: ['/nowhere/at/all'] });
    expect(problems).toEqual([{ code: 'folder-not-found', parameters: { folder: '/nowhere/at/all' } }]);
  });

  it('finds nothing wrong with the packages that ship', async () => {
    expect((await loadConfiguration()).problems).toEqual([]);
  });
});
