import type { IdForm } from '../capabilities/define-context.ts';
import type { Problem } from '../problems/problem.ts';
import type { ReadPackage } from './read-package.ts';

/** Gives the permanent id of a part by its package and its path within it. */
export type IdSource = (one: ReadPackage, path: string, form: IdForm) => string;

/**
 * Ids as ids.yaml declares them. Parts without one are gathered and reported once per package; so that the
 * rest can be judged all the same, they get one for the time being.
 */
export function declaredIds(): { readonly idOf: IdSource; readonly problems: () => Problem[] } {
  const missing = new Map<ReadPackage, Set<string>>();
  const idOf: IdSource = (one, path, form) => {
    if (ownId(one, path) === undefined) missing.set(one, (missing.get(one) ?? new Set()).add(path));
    return derivedIds(one, path, form);
  };
  return { idOf, problems: () => [...missing].map(([one, paths]) => missingIds(one, [...paths])) };
}

/** How many of the missing parts a problem names. */
const examplesMax = 5;

function missingIds(one: ReadPackage, paths: readonly string[]): Problem {
  const examples = paths.slice(0, examplesMax).join(', ') + (paths.length > examplesMax ? ' …' : '');
  const place = { file: `${one.folder}/ids.yaml`, line: 1, column: 1 };
  const parameters = { package: one.manifest.name, count: paths.length, examples };
  return { code: 'id-missing', path: one.manifest.name, place, parameters };
}

/** Ids as ids.yaml declares them, else made from the path itself: for configurations that are never renamed, as in tests. */
export const derivedIds: IdSource = (one, path, form) =>
  ownId(one, path) ?? derive(`${one.manifest.name}.${path}`, form);

function ownId({ ids }: ReadPackage, path: string): string | undefined {
  return Object.hasOwn(ids, path) ? ids[path] : undefined;
}

/** An id made of random bytes: a letter first, so that no reader of YAML takes it for a number; or a UUID of version 4. */
export function randomId(form: IdForm, random: (bytes: number) => Uint8Array): string {
  return form === 'uuid' ? uuid([...random(16)], 4) : short([...random(8)]);
}

/** The same id for the same path, always: a UUID of version 8, or eight characters. */
function derive(path: string, form: IdForm): string {
  const bytes = (seeds: readonly number[]) => seeds.flatMap(seed => fourBytes(mixed(path, seed)));
  return form === 'uuid' ? uuid(bytes([0, 1, 2, 3]), 8) : short(bytes([0, 1]));
}

/** A 32-bit mixing hash (FNV-1a with a final avalanche); quick and even, not secret. */
function mixed(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function fourBytes(number: number): number[] {
  return [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255];
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

function short(bytes: readonly number[]): string {
  return bytes
    .slice(0, 8)
    .map((byte, index) => letters[byte % (index === 0 ? 26 : 36)])
    .join('');
}

function uuid(bytes: readonly number[], version: number): string {
  const marked = bytes.map((byte, index) =>
    index === 6 ? (byte & 15) | (version << 4) : index === 8 ? (byte & 63) | 128 : byte,
  );
  const text = marked.map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20, 32)].join('-');
}
