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
}

export function indexPackages({ packages, visible }: PackageOrder): AssemblyIndex {
  const objects = packages.flatMap(one =>
    one.objects.map(source => {
      const path = `${one.manifest.name}.${source.name}`;
      return [path, { path, package: one, source }] as const;
    }),
  );
  return { objects: new Map(objects), visible };
}

/** Whether a package may name what belongs to another. */
export function isVisible(index: AssemblyIndex, from: string, packageName: string): boolean {
  return from === packageName || index.visible.get(from)?.has(packageName) === true;
}

/** Finds the object that a name means in a package, or says why there is none. */
export function findObject(
  index: AssemblyIndex,
  name: string,
  from: string,
): { readonly found: IndexedObject } | Pick<Problem, 'code' | 'parameters'> {
  const found = index.objects.get(fullPath(name, from));
  if (found === undefined)
    return { code: 'reference-unknown', parameters: { name, didYouMean: didYouMean(name, visibleNames(index, from)) } };
  const owner = found.package.manifest.name;
  if (isVisible(index, from, owner)) return { found };
  return { code: 'reference-not-required', parameters: { name, package: owner } };
}

/** Names as they are written in a package: own objects bare, others with their package. */
export function visibleNames(index: AssemblyIndex, from: string): string[] {
  return [...index.objects.values()].flatMap(({ path, package: one, source }) => {
    const owner = one.manifest.name;
    if (!isVisible(index, from, owner)) return [];
    return owner === from ? [source.name] : [path];
  });
}
