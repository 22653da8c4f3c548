import { fullPath } from '../metadata-path.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Problem } from '../problems/problem.ts';
import type { PackageOrder } from './order-packages.ts';
import type { ReadObject, ReadPackage } from './read-package.ts';

/** One object of one package, not yet defined. */
export interface IndexedObject {
  readonly path: string;
  readonly package: ReadPackage;
  readonly source: ReadObject;
}

/** Every object by path, and which packages may name it. */
export interface AssemblyIndex {
  /** In dependency order of packages, then by kind, then by name. */
  readonly objects: ReadonlyMap<string, IndexedObject>;
  readonly visible: PackageOrder['visible'];
  /** Names of packages that are required and not there: a problem of its own, not one of everything that names them. */
  readonly missing: ReadonlySet<string>;
  /** Names visible from a package, gathered when the first is misspelt. */
  readonly names: Map<string, readonly string[]>;
}

export function indexPackages({ packages, visible }: PackageOrder): AssemblyIndex {
  const objects = packages.flatMap(one =>
    one.objects.map(source => {
      const path = `${one.manifest.name}.${source.name}`;
      return [path, { path, package: one, source }] as const;
    }),
  );
  const required = packages.flatMap(one => Object.keys(one.manifest.requires ?? {}));
  const missing = new Set(required.filter(name => !visible.has(name)));
  return { objects: new Map(objects), visible, missing, names: new Map() };
}

/** The object that a name means in a package; undefined when there is none, or none the package may name. */
export function findObject(index: AssemblyIndex, name: string, from: string): IndexedObject | undefined {
  const found = index.objects.get(fullPath(name, from));
  return found !== undefined && isVisible(index, from, found.package.manifest.name) ? found : undefined;
}

/** Whether a package may name what belongs to another. */
function isVisible({ visible }: AssemblyIndex, from: string, packageName: string): boolean {
  return visible.get(from)?.has(packageName) === true;
}

/** Why a name means no object; undefined when that is known already, because its whole package is missing. */
export function whyNotFound(
  index: AssemblyIndex,
  name: string,
  from: string,
): Pick<Problem, 'code' | 'parameters'> | undefined {
  const [owner = ''] = fullPath(name, from).split('.');
  if (index.missing.has(owner)) return undefined;
  if (index.objects.has(fullPath(name, from)))
    return { code: 'reference-not-required', parameters: { name, package: owner } };
  return { code: 'reference-unknown', parameters: { name, didYouMean: didYouMean(name, visibleNames(index, from)) } };
}

/** Names as they are written in a package: own objects bare, others with their package. */
export function visibleNames(index: AssemblyIndex, from: string): readonly string[] {
  const known = index.names.get(from);
  if (known !== undefined) return known;
  const names = [...index.objects.values()].flatMap(({ path, package: one, source }) => {
    const owner = one.manifest.name;
    if (!isVisible(index, from, owner)) return [];
    return owner === from ? [source.name] : [path];
  });
  index.names.set(from, names);
  return names;
}
