import { importsOf } from '../import-graph.ts';
import type { SourceFile, Violation } from '../source-file.ts';

/** Files that something outside of the code starts or finds by its name. */
const entries: readonly RegExp[] = [
  /^(platform|runtime|sandboxes)\/index\.ts$/,
  /^runtime\/main\.ts$/,
  /^tests\/.*\.test\.ts$/,
  /^tests\/(run|benchmarks\/bench|browser\/screenshots)\.ts$/,
  /^tests\/support\/start-postgres\.ts$/,
  /^studio\/routes\/.*\+(page|layout|error)(\.server)?\.(svelte|ts)$/,
  /^studio\/(hooks\..*|app\.d)\.ts$/,
  /\.d\.ts$/,
];

/** Every file is reached from a door, from the composition root, from a test, or is named as an entry. */
export function deadFiles(files: readonly SourceFile[], named: readonly string[] = []): Violation[] {
  const byPath = new Map(files.map(file => [file.path, file]));
  const reached = new Set<string>();
  const waiting = files
    .map(({ path }) => path)
    .filter(path => named.includes(path) || entries.some(entry => entry.test(path)));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = byPath.get(path);
    if (file === undefined || reached.has(path)) continue;
    reached.add(path);
    waiting.push(...importsOf(file).flatMap(found => found.file ?? []));
  }
  return files
    .filter(({ path }) => !reached.has(path))
    .map(({ path }) => ({
      file: path,
      line: 1,
      what: 'is used by nothing.',
      remedy:
        'Delete it, import it where it belongs, or name it as an entry in tests/architecture/rules/dead-files.ts.',
    }));
}
