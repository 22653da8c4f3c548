import { readdirSync } from 'node:fs';
import { findPackages } from '../../runtime/loading/find-packages.ts';
import { loadConfiguration, shippedConfigurations } from '../../runtime/loading/load-configuration.ts';
import { fixtureFolder } from '../support/fixture-configuration.ts';

/** A package that the suites go through: all that ship, whose ids are declared, and all fixtures, whose ids need not be. */
export interface TestedPackage {
  readonly name: string;
  readonly folder: string;
  readonly load: () => ReturnType<typeof loadConfiguration>;
}

export async function testedPackages(): Promise<TestedPackage[]> {
  const shipped = await findPackages(shippedConfigurations);
  const fixtures = (
    await Promise.all(readdirSync(fixtureFolder('')).map(name => findPackages(fixtureFolder(name))))
  ).flat();
  return [
    ...shipped.map(found => tested(found, 'declared' as const)),
    ...fixtures.map(found => tested(found, 'derived' as const)),
  ];
}

function tested(
  { name = '', folder }: { readonly name: string | undefined; readonly folder: string },
  ids: 'declared' | 'derived',
) {
  return { name, folder, load: () => loadConfiguration({ roots: [folder], packages: [name], ids }) };
}
