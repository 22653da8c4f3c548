import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Assembled, assemble, didYouMean, type Problem } from '#platform';
import { type FoundPackage, findPackages, readPackageFolder } from './find-packages.ts';
import { writeIds } from './write-ids.ts';

/** The folder of the configurations that ship with the platform. */
export const shippedConfigurations = fileURLToPath(new URL('../../configurations', import.meta.url));

export interface LoadOptions {
  /** Folders to look for packages in, or folders of packages. What they require may also lie below the shipped configurations. */
  readonly roots?: readonly string[];
  /** Names of the packages wanted; what they require comes with them. Absent: every package of the roots. */
  readonly packages?: readonly string[];
  /**
   * 'declared' (unless told): ids.yaml must know every part; 'derived': a part it does not know gets its id from its
   * path; 'written': such a part gets a random id, and ids.yaml is written.
   */
  readonly ids?: 'declared' | 'derived' | 'written';
}

export interface Loaded extends Assembled {
  /** Absolute folder of each package by its name. */
  readonly folders: Readonly<Record<string, string>>;
}

/**
 * Reads packages from disk and assembles them into a configuration. What is wrong with the files is answered as problems,
 * all of them; a folder that is not there is one of them.
 */
export async function loadConfiguration({ roots = [], packages, ids = 'declared' }: LoadOptions = {}): Promise<Loaded> {
  const absent = roots.filter(root => !statSync(root, { throwIfNoEntry: false })?.isDirectory());
  if (absent.length > 0) return { problems: absent.map(folder => ofFolder('folder-not-found', folder)), folders: {} };
  const found = await Promise.all(roots.map(root => findPackages(resolve(root))));
  const empty = roots.filter((_, index) => found[index]?.length === 0);
  if (empty.length > 0) return { problems: empty.map(folder => ofFolder('package-none-found', folder)), folders: {} };
  const own = found.flat();
  const shipped = await findPackages(shippedConfigurations);
  const wanted = packages ?? (roots.length > 0 ? own : shipped).flatMap(one => one.name ?? []);
  const missing = wanted.filter(name => ![...own, ...shipped].some(one => one.name === name));
  if (missing.length > 0) return { problems: missing.map(name => notFound(name, [...own, ...shipped])), folders: {} };
  const unnamed = packages === undefined ? own.filter(one => one.name === undefined) : [];
  const chosen = [...closure(wanted, own, shipped), ...unnamed];
  const folders = Object.fromEntries(chosen.flatMap(one => (one.name === undefined ? [] : [[one.name, one.folder]])));
  if (ids === 'written') await writeIds(chosen.map(one => one.folder));
  const available = [...own, ...shipped].flatMap(one => one.name ?? []);
  const sources = chosen.map(one => readPackageFolder(one.folder));
  return {
    ...assemble(sources, { ids: ids === 'derived' ? 'derived' : 'declared', hash: sha256, available }),
    folders,
  };
}

/** The packages named and all they require; a package of the roots goes before a shipped one of the same name. */
function closure(
  wanted: readonly string[],
  own: readonly FoundPackage[],
  shipped: readonly FoundPackage[],
): FoundPackage[] {
  const chosen = new Set<FoundPackage>();
  const names = [...wanted];
  const seen = new Set<string>();
  for (let name = names.shift(); name !== undefined; name = names.shift()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const mine = own.filter(one => one.name === name);
    for (const one of mine.length > 0 ? mine : shipped.filter(one => one.name === name)) {
      chosen.add(one);
      names.push(...one.requires);
    }
  }
  return [...chosen];
}

function ofFolder(code: Problem['code'], folder: string): Problem {
  return { code, parameters: { folder } };
}

function notFound(name: string, found: readonly FoundPackage[]): Problem {
  const names = found.flatMap(one => one.name ?? []);
  return {
    code: 'package-not-found',
    path: name,
    parameters: { name, allowed: names.join(', '), didYouMean: didYouMean(name, names) },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
