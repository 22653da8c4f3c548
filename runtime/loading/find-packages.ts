import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type PackageSource, readYaml, type SourceFile } from '#platform';

/** A folder with a package.yaml in it, and what that says of itself as far as it can be read. */
export interface FoundPackage {
  /** Absolute. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly requires: readonly string[];
}

/** Folders that hold no metadata and may be large. */
const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', 'data']);

/** Every package below a folder, which may be a package itself. Packages do not lie within one another. */
export async function findPackages(root: string): Promise<FoundPackage[]> {
  const entries = await readdir(root, { withFileTypes: true });
  if (entries.some(entry => entry.isFile() && entry.name === 'package.yaml')) return [await readManifest(root)];
  const folders = entries.filter(entry => entry.isDirectory() && !skippedFolders.has(entry.name));
  const found = await Promise.all(folders.map(entry => findPackages(join(root, entry.name))));
  return found.flat().sort((one, other) => (one.folder < other.folder ? -1 : 1));
}

/** Only the name and the requirements are looked at here; whether the manifest is right, the assembly judges. */
async function readManifest(folder: string): Promise<FoundPackage> {
  const { value } = readYaml('package.yaml', await readFile(join(folder, 'package.yaml'), 'utf8'));
  const { name, requires } = isMap(value) ? value : {};
  return {
    folder,
    name: typeof name === 'string' ? name : undefined,
    requires: isMap(requires) ? Object.keys(requires) : [],
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * All YAML files of a package's folder; problems will show them relative to the working directory. Thousands of small
 * files are read at a stretch: a promise for each would take three times as long as the reading.
 */
export function readPackageFolder(folder: string): PackageSource {
  const shown = relative(process.cwd(), folder) || '.';
  return { folder: shown.split(sep).join('/'), files: readSources(folder, '') };
}

function readSources(folder: string, prefix: string): SourceFile[] {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  const files = entries.flatMap((entry): SourceFile[] => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : readSources(folder, `${path}/`);
    return /\.ya?ml$/.test(entry.name) ? [{ path, text: readFileSync(join(folder, path), 'utf8') }] : [];
  });
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}
