import { present } from '../capabilities/present.ts';
import { checkConfiguration } from '../checks/checks.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Problem } from '../problems/problem.ts';
import type { Assembly } from './assembly.ts';
import { type AssemblyIndex, indexPackages } from './assembly-index.ts';
import type { Configuration, Package } from './configuration.ts';
import { deepFreeze } from './deep-freeze.ts';
import { linkRecorders } from './link-recorders.ts';
import { ObjectContext } from './object-context.ts';
import { orderPackages, type PackageOrder } from './order-packages.ts';
import type { PackageSource } from './package-source.ts';
import { declaredIds, derivedIds, type IdSource } from './permanent-ids.ts';
import { type ReadPackage, readPackage } from './read-package.ts';

export interface AssembleOptions {
  /** 'declared': every part needs an id in ids.yaml; 'derived': a part without one gets it from its path. */
  readonly ids: 'declared' | 'derived';
  /** SHA-256 of a text, hexadecimal. */
  readonly hash: (text: string) => string;
  /** Names of further packages that could have been given; only for "did you mean". */
  readonly available?: readonly string[];
}

export interface Assembled {
  /** Only there when there is no problem. */
  readonly configuration?: Configuration;
  readonly problems: readonly Problem[];
}

/**
 * From the files of packages to one frozen configuration: files are read and judged by their schemas, packages put in
 * order, objects defined, names, types and expressions resolved, the whole checked. Every problem of every stage that
 * can be reached is reported; nothing throws.
 */
export function assemble(sources: readonly PackageSource[], options: AssembleOptions): Assembled {
  const { order, problems } = readAll(sources, options.available);
  const index = indexPackages(order);
  const declared = declaredIds();
  const idOf = options.ids === 'derived' ? derivedIds : declared.idOf;
  const shapes = defineShapes(index, idOf);
  const assembly = { ...shapes, problems: [], places: new Map() };
  const objects = linkRecorders(defineAll(assembly));
  const configuration: Configuration = {
    packages: order.packages.map(packageOf),
    objects: Object.fromEntries(objects),
    hash: options.hash(canonicalSources(order)),
  };
  const unresolved = [...problems, ...assembly.problems, ...declared.problems()];
  // What has not been read at all would seem to be missing everywhere, so that nothing can be said of the whole.
  const breaches = problems.length > 0 ? [] : checkedConfiguration(configuration, assembly);
  const found = [...unresolved, ...breaches];
  return found.length > 0
    ? { problems: inReadingOrder(found) }
    : { configuration: deepFreeze(configuration), problems: [] };
}

/** What the checks of the whole find in files that have no problem yet: a part that was left out would seem forgotten. */
function checkedConfiguration(configuration: Configuration, { places, problems }: Assembly): Problem[] {
  const placeOf = (path: string, within?: readonly (string | number)[]) => {
    const part = places.get(path);
    return within === undefined ? part?.file.placeOfKey(part.at) : part?.file.placeOf([...part.at, ...within]);
  };
  const isComplete = !problems.some(({ code }) => referenceCodes.has(code));
  const files = new Set(problems.map(problem => problem.place?.file));
  return checkConfiguration(configuration, { placeOf }).filter(
    ({ place, code }) =>
      (place === undefined || !files.has(place.file)) && (isComplete || code !== 'object-in-no-subsystem'),
  );
}

/** While a reference leads nowhere, nobody can say which object nothing refers to. */
const referenceCodes: ReadonlySet<Problem['code']> = new Set(['reference-unknown', 'reference-not-required']);

/** All packages read and in order, with every problem of their files. */
export function readAll(
  sources: readonly PackageSource[],
  available: readonly string[] = [],
): {
  readonly order: PackageOrder;
  readonly problems: readonly Problem[];
} {
  const read = sources.map(readPackage);
  const packages = read.flatMap(one => one.package ?? []);
  const order = orderPackages(packages, available);
  return {
    order,
    problems: [...read.flatMap(one => one.problems), ...order.problems],
  };
}

/** The first definition of every object: shapes without expressions. Its problems are met again by the second. */
export function defineShapes(index: AssemblyIndex, idOf: IdSource): Assembly {
  const broken = [...index.objects.values()].filter(object => object.source.broken).map(object => object.source.name);
  const first: Assembly = {
    index,
    idOf,
    shapes: new Map(),
    problems: [],
    places: new Map(),
    unjudged: new Set([...broken, ...index.missing]),
  };
  return { ...first, shapes: linkRecorders(defineAll(first)) };
}

function defineAll(assembly: Assembly): Map<string, MetadataObject> {
  const objects = [...assembly.index.objects.values()].filter(object => !object.source.broken);
  return new Map(
    objects.map(object => [
      object.path,
      object.source.kind.define(object.source.file.value, new ObjectContext(assembly, object)),
    ]),
  );
}

function packageOf({ manifest }: ReadPackage): Package {
  const { name, version, vendor, title, description, requires = {}, demo } = manifest;
  return { name, version, vendor, title, requires, ...present({ description, demo }) };
}

/** File by file, from top to bottom: the order in which people mend them. */
function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(({ place: one }, { place: other }) => {
    if (one === undefined || other === undefined) return Number(other === undefined) - Number(one === undefined);
    if (one.file !== other.file) return one.file < other.file ? -1 : 1;
    return one.line - other.line || one.column - other.column;
  });
}

/** What the files say, without what does not matter: comments, spaces, quotes. */
function canonicalSources({ packages }: PackageOrder): string {
  return JSON.stringify(
    packages.map(({ manifest, words, ids, objects }) => [
      manifest,
      words,
      ids,
      objects.map(({ name, file }) => [name, file.value]),
    ]),
  );
}
