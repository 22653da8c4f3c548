import { doors, type Import, importsOf } from '../import-graph.ts';
import type { SourceFile, Violation } from '../source-file.ts';

/** What each top-level folder may import of the others, and of npm and Node. */
const folders: Readonly<Record<string, { readonly may: readonly string[]; readonly npm: (name: string) => boolean }>> =
  {
    platform: { may: [], npm: name => purePackages.includes(name) },
    sandboxes: { may: ['#platform'], npm: () => true },
    runtime: { may: ['#platform', '#sandboxes'], npm: () => true },
    studio: { may: ['#platform'], npm: name => !name.startsWith('node:') },
    configurations: { may: ['#platform'], npm: () => false },
  };

/** Libraries that compute and do nothing else, so that the platform stays free of I/O, clock and random. */
const purePackages = ['@marcbachmann/cel-js', 'ajv', 'decimal.js', 'js-yaml', 'semver', 'yaml'];

/** Shapes only, shared by the server and the app. */
const contract = 'runtime/http/contract.ts';

/** Imports between top-level folders go through doors, and only along the table. */
export function importsAllowed(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(importsOf).flatMap(found => {
    const what = breach(found);
    return what === undefined ? [] : [{ file: found.from, line: found.line, ...what }];
  });
}

function breach(found: Import): Pick<Violation, 'what' | 'remedy'> | undefined {
  const from = top(found.from);
  if (from === 'tests' || found.started) return undefined;
  const rules = folders[from];
  if (rules === undefined) return undefined;
  return found.file === undefined
    ? foreign(found, from, rules)
    : inner({ ...found, file: found.file }, from, rules.may);
}

type Rules = (typeof folders)[string];

function foreign(
  { specifier }: Import,
  from: string,
  { npm, may }: Rules,
): Pick<Violation, 'what' | 'remedy'> | undefined {
  if (specifier.startsWith('$')) return undefined;
  if (specifier.startsWith('#'))
    return { what: `${from} imports ${specifier}, which is no door.`, remedy: allowance(from, may) };
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];
  if (npm(specifier.startsWith('node:') ? specifier : (name ?? specifier))) return undefined;
  return {
    what: `${from} imports ${specifier}.`,
    remedy: `${from} is kept free of it. Pass what is needed in as an argument, or do that work in runtime.`,
  };
}

function inner(
  { specifier, typeOnly, file }: Import & { readonly file: string },
  from: string,
  may: readonly string[],
) {
  const to = top(file);
  if (to === from && doors[specifier] === undefined) return undefined;
  if (to === from) return { what: `${from} imports its own door.`, remedy: 'Import the file itself.' };
  if (may.includes(specifier)) return undefined;
  if (from === 'studio' && file === contract && typeOnly) return undefined;
  const door = Object.keys(doors).find(name => doors[name] === file || doors[name]?.startsWith(`${to}/`));
  const deep = door !== undefined && may.includes(door);
  return {
    what: `${from} imports ${file}.`,
    remedy: deep
      ? `Import it from "${door}", the only door of ${to}.`
      : `${allowance(from, may)} Move the shared shape to platform/.`,
  };
}

function allowance(from: string, may: readonly string[]): string {
  return `${from} may import ${may.length === 0 ? 'none of the other folders' : `${may.join(' and ')} only`}.`;
}

function top(path: string): string {
  return path.split('/')[0] ?? path;
}
