import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const locked: Readonly<Record<string, LockedPackage>> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;

describe('the lock file', () => {
  it('names every optional package of every platform, because npm refuses a lock file that lacks one', () => {
    const missing = Object.entries(locked).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter(name => !isLocked(folder, name))
        .map(name => `${folder} wants ${name}: choose a version whose platform packages can all be had`),
    );
    expect(missing).toEqual([]);
  });

  it('holds exact versions of what the project asks for', () => {
    const root = locked[''] ?? {};
    const asked = { ...root.dependencies, ...root.devDependencies, ...root.optionalDependencies };
    const loose = Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('names no registry, so that it installs from any', () => {
    expect(Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});

/** A package finds another in its own node_modules or in one above it. */
function isLocked(folder: string, name: string): boolean {
  const parts = folder.split('/node_modules/');
  const places = parts.map((_, index) => parts.slice(0, parts.length - index).join('/node_modules/'));
  return [...places, ''].some(place => `${place === '' ? '' : `${place}/`}node_modules/${name}` in locked);
}
