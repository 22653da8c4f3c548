import { defineShapes, readAll } from './assemble.ts';
import { indexPackages } from './assembly-index.ts';
import type { PackageSource } from './package-source.ts';
import { type IdSource, randomId } from './permanent-ids.ts';
import type { ReadPackage } from './read-package.ts';

/** The ids.yaml a package should have. */
export interface AssignedIds {
  readonly folder: string;
  /** Text of the file; ids that were there are kept, also of parts that are gone, so that none is ever used again. */
  readonly text: string;
  readonly added: readonly string[];
}

/** Gives an id to every part that has none. Packages that lack nothing are left out; `random` gives that many random bytes. */
export function assignIds(sources: readonly PackageSource[], random: (bytes: number) => Uint8Array): AssignedIds[] {
  const added = new Map<ReadPackage, Map<string, string>>();
  const idOf: IdSource = (one, path, form) => {
    const known = one.ids[path] ?? added.get(one)?.get(path);
    if (known !== undefined) return known;
    const id = randomId(form, random);
    added.set(one, (added.get(one) ?? new Map()).set(path, id));
    return id;
  };
  defineShapes(indexPackages(readAll(sources).order), idOf);
  return [...added].map(([one, ids]) => ({
    folder: one.folder,
    text: idsText({ ...one.ids, ...Object.fromEntries(ids) }),
    added: [...ids.keys()],
  }));
}

const header =
  '# Written by `aubade check --write-ids`. A rename is a change of the path here; ids themselves never change.\n';

function idsText(ids: Readonly<Record<string, string>>): string {
  const lines = Object.keys(ids)
    .sort()
    .map(path => `${path}: ${ids[path]}\n`);
  return header + lines.join('');
}
