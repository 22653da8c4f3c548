import { satisfies, valid, validRange } from 'semver';
import { didYouMean } from '../problems/closest.ts';
import type { Problem } from '../problems/problem.ts';
import type { ReadPackage } from './read-package.ts';

/** Packages in an order where each follows those it requires. */
export interface PackageOrder {
  readonly packages: readonly ReadPackage[];
  /** For each package: its own name and those of all it requires, directly or through others. */
  readonly visible: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly Problem[];
}

/** Puts packages in order and judges their requirements. Packages of a circle come in the order given. */
export function orderPackages(packages: readonly ReadPackage[], available: readonly string[]): PackageOrder {
  const problems = [...twins(packages), ...packages.flatMap(one => requirementProblems(one, packages, available))];
  const byName = new Map(packages.map(one => [one.manifest.name, one]));
  const ordered: ReadPackage[] = [];
  const visible = new Map<string, Set<string>>();
  const visit = (name: string, trail: readonly string[]): void => {
    const one = byName.get(name);
    if (one === undefined || visible.has(name)) return;
    if (trail.includes(name)) {
      problems.push(cycle(one, [...trail.slice(trail.indexOf(name)), name]));
      return;
    }
    const required = Object.keys(one.manifest.requires ?? {});
    for (const next of required) visit(next, [...trail, name]);
    visible.set(name, new Set([name, ...required.flatMap(next => [...(visible.get(next) ?? [])])]));
    ordered.push(one);
  };
  for (const name of [...byName.keys()].sort()) visit(name, []);
  return { packages: ordered, visible, problems };
}

function twins(packages: readonly ReadPackage[]): Problem[] {
  const folders = Map.groupBy(packages, one => one.manifest.name);
  return [...folders].flatMap(([name, same]): Problem[] => {
    const place = same.at(-1)?.manifestFile.placeOf(['name']);
    if (same.length < 2 || place === undefined) return [];
    return [
      {
        code: 'package-twice',
        path: name,
        place,
        parameters: { name, folders: same.map(one => one.folder).join(', ') },
      },
    ];
  });
}

function cycle(one: ReadPackage, names: readonly string[]): Problem {
  const place = one.manifestFile.placeOf(['requires']);
  return { code: 'package-cycle', path: one.manifest.name, place, parameters: { cycle: names.join(' → ') } };
}

/** `available` are names of packages that could be required, whether they were given or not. */
function requirementProblems(
  { manifest, manifestFile }: ReadPackage,
  packages: readonly ReadPackage[],
  available: readonly string[],
): Problem[] {
  const path = manifest.name;
  const wrong = (found: string, at: readonly string[]): Problem => ({
    code: 'package-version-wrong',
    path,
    place: manifestFile.placeOf(at),
    parameters: { found },
  });
  const own = valid(manifest.version) === null ? [wrong(manifest.version, ['version'])] : [];
  const required = Object.entries(manifest.requires ?? {}).flatMap(([name, range]): Problem[] => {
    const place = manifestFile.placeOf(['requires', name]);
    if (validRange(range) === null) return [wrong(range, ['requires', name])];
    const found = packages.find(one => one.manifest.name === name)?.manifest;
    if (found === undefined) {
      const suggestion = didYouMean(name, [...packages.map(one => one.manifest.name), ...available]);
      return [{ code: 'package-missing', path, place, parameters: { name, requiredBy: path, didYouMean: suggestion } }];
    }
    if (valid(found.version) === null || satisfies(found.version, range)) return [];
    return [
      {
        code: 'package-version-unsuitable',
        path,
        place,
        parameters: { name, range, version: found.version, requiredBy: path },
      },
    ];
  });
  return [...own, ...required];
}
