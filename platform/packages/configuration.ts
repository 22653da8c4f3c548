import type { MetadataObject } from '../kinds/metadata-object.ts';
import type { Text } from '../text.ts';

/** A package as its manifest names it. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly vendor: string;
  readonly title: Text;
  readonly description?: Text;
  /** Package name → semver range. */
  readonly requires: Readonly<Record<string, string>>;
  /** Module in the package's folder that gives demonstration data. */
  readonly demo?: string;
}

/** Packages assembled in dependency order into one whole. Deeply frozen, plain, serialisable. */
export interface Configuration {
  readonly packages: readonly Package[];
  /** Every object by its path, in dependency order of packages, then by kind, then by name. */
  readonly objects: Readonly<Record<string, MetadataObject>>;
  /** SHA-256 of the canonical sources: two equal configurations have equal hashes. */
  readonly hash: string;
}
