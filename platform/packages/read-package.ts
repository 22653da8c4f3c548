import type { Kind } from '../kinds/kind.ts';
import { kinds } from '../kinds/kinds.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Problem } from '../problems/problem.ts';
import idsSchema from '../schemas/ids.schema.json' with { type: 'json' };
import manifestSchema from '../schemas/package.schema.json' with { type: 'json' };
import type { PackageManifest } from '../schemas/sources.ts';
import { validateSource } from '../schemas/validate-source.ts';
import wordsSchema from '../schemas/words.schema.json' with { type: 'json' };
import type { Text } from '../text.ts';
import type { PackageSource, SourceFile } from './package-source.ts';
import { readYaml, type SourceDocument, sourceCharactersMax } from './read-yaml.ts';

/** A package whose files are read and are what their schemas say. */
export interface ReadPackage {
  readonly folder: string;
  readonly manifest: PackageManifest;
  readonly manifestFile: SourceDocument;
  readonly words: Readonly<Record<string, Text>>;
  /** Permanent ids by path without the package's name. */
  readonly ids: Readonly<Record<string, string>>;
  readonly objects: readonly ReadObject[];
}

export interface ReadObject {
  readonly kind: Kind;
  readonly name: string;
  readonly file: SourceDocument;
  /** The file has problems: the object is there, but says nothing. */
  readonly broken: boolean;
}

/** Reads every file of a package. Without a manifest that can be read there is no package, only problems. */
export function readPackage(source: PackageSource): {
  readonly package?: ReadPackage;
  readonly problems: readonly Problem[];
} {
  const read = (name: string, schema: Kind['schema'], charactersMax?: number) => {
    const file = source.files.find(file => file.path === name);
    const document = readYaml(`${source.folder}/${name}`, file?.text ?? '{}', charactersMax);
    return { document, found: judge(document, schema, name.replace('.yaml', '')) };
  };
  const manifestFile = read('package.yaml', manifestSchema);
  const wordsFile = read('words.yaml', wordsSchema);
  const idsFile = read('ids.yaml', idsSchema, idsCharactersMax);
  const problems = [...manifestFile.found, ...wordsFile.found, ...idsFile.found];
  if (manifestFile.found.length > 0) return { problems };
  // A file without problems is what its schema says.
  const manifest = manifestFile.document.value as PackageManifest;
  const words = wordsFile.found.length > 0 ? {} : (wordsFile.document.value as ReadPackage['words']);
  const ids = textsOf(idsFile.document.value);
  const objects = readObjects(source, manifest.name, problems);
  return {
    package: { folder: source.folder, manifest, manifestFile: manifestFile.document, words, ids, objects },
    problems,
  };
}

/** Ids are taken from a file with problems as well, so that one wrong line does not make all of them missing. */
function textsOf(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The machine writes this file: one short line for every part of the package. */
const idsCharactersMax = 50 * sourceCharactersMax;

function judge(document: SourceDocument, schema: Kind['schema'], path: string): readonly Problem[] {
  const unread = document.problems.map(problem => ({ ...problem, path }));
  return unread.length > 0 ? unread : validateSource(schema, document, path);
}

const kindOfFolder: ReadonlyMap<string, Kind> = new Map(kinds.map(kind => [kind.folder, kind]));
const rootFiles: ReadonlySet<string> = new Set(['package.yaml', 'words.yaml', 'ids.yaml']);

function readObjects(source: PackageSource, packageName: string, problems: Problem[]): ReadObject[] {
  const objects = source.files.flatMap(file => {
    if (rootFiles.has(file.path)) return [];
    const { kind, name } = placeInPackage(file);
    if (kind === undefined) problems.push(strayFile(source, file));
    return kind === undefined ? [] : readObject({ source, file, kind, name, packageName }, problems);
  });
  return inOrder(withoutTwins(objects, problems));
}

/** 'catalogs/Warehouse.yaml' is the object Warehouse of the kind whose folder is catalogs. */
function placeInPackage(file: SourceFile): { readonly kind: Kind | undefined; readonly name: string } {
  const match = /^([^/]+)\/([^/]+)\.yaml$/.exec(file.path);
  return { kind: kindOfFolder.get(match?.[1] ?? ''), name: match?.[2] ?? '' };
}

interface ObjectFile {
  readonly source: PackageSource;
  readonly file: SourceFile;
  readonly kind: Kind;
  readonly name: string;
  readonly packageName: string;
}

const objectNamePattern = '^[A-Z][A-Za-z0-9]*$';

function readObject({ source, file, kind, name, packageName }: ObjectFile, problems: Problem[]): ReadObject {
  const document = readYaml(`${source.folder}/${file.path}`, file.text);
  const path = `${packageName}.${name}`;
  const found = [...judge(document, kind.schema, path)];
  if (!new RegExp(objectNamePattern).test(name)) {
    found.push({
      code: 'source-name-wrong',
      path,
      place: document.placeOf([]),
      parameters: { found: name, pattern: objectNamePattern },
    });
  }
  problems.push(...found);
  return { kind, name, file: document, broken: found.length > 0 };
}

function strayFile(source: PackageSource, file: SourceFile): Problem {
  const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '.';
  const wanted = file.path.replace(/\.yml$/, '.yaml');
  const place = { file: `${source.folder}/${file.path}`, line: 1, column: 1 };
  if (wanted !== file.path && (rootFiles.has(wanted) || kindOfFolder.has(folder))) {
    return { code: 'package-file-ending', place, parameters: { file: file.path, wanted } };
  }
  const allowed = kinds.map(kind => kind.folder);
  return {
    code: 'package-file-unknown',
    place,
    parameters: { file: file.path, folder, didYouMean: didYouMean(folder, allowed), allowed: allowed.join(', ') },
  };
}

/** Of objects that share a name neither says anything: nobody can tell which of them is meant. */
function withoutTwins(objects: readonly ReadObject[], problems: Problem[]): ReadObject[] {
  const first = new Map<string, ReadObject>();
  const twins = new Set<string>();
  for (const object of objects) {
    const twin = first.get(object.name);
    if (twin === undefined) first.set(object.name, object);
    else {
      const parameters = { name: object.name, first: twin.file.file, second: object.file.file };
      problems.push({ code: 'object-twice', place: object.file.placeOf([]), parameters });
      twins.add(object.name);
    }
  }
  return objects.map(object => (twins.has(object.name) ? { ...object, broken: true } : object));
}

/** By kind in the order of kinds, then by name. */
function inOrder(objects: readonly ReadObject[]): ReadObject[] {
  return objects.toSorted(
    (one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.name < other.name ? -1 : 1),
  );
}
