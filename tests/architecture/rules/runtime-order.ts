import { importsOf } from '../import-graph.ts';
import type { SourceFile, Violation } from '../source-file.ts';

/** The folders of the runtime from the bottom up. Folders of one row know each other. */
const rows: readonly (readonly string[])[] = [
  ['loading'],
  ['storage'],
  ['query'],
  ['session', 'access'],
  ['records', 'files'],
  ['registers'],
  ['posting'],
  ['exchange'],
  ['files'],
  ['jobs'],
  ['infobases'],
  ['http'],
  ['command-line'],
  ['main.ts', 'index.ts'],
];

/** Shapes of requests and answers: the operations speak in them, and they import none of the runtime's code. */
const contract = 'runtime/http/contract.ts';

/** Inside the runtime everything depends on what lies below it, never the other way round. */
export function runtimeOrder(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(importsOf).flatMap(({ from, line, file }) => {
    if (file === undefined || file === contract || from === contract) return [];
    const [lower, higher] = [height(from), height(file)];
    if (lower === undefined || higher === undefined || lower >= higher) return [];
    return [
      {
        file: from,
        line,
        what: `${from} imports ${file}, which lies above it.`,
        remedy: `Order from the bottom up: ${rows.map(row => row.join(' and ')).join(' → ')}. Pass it in as an argument, or move what is shared down.`,
      },
    ];
  });
}

function height(path: string): number | undefined {
  const [folder, name] = path.split('/');
  if (folder !== 'runtime' || name === undefined) return undefined;
  const row = rows.findIndex(names => names.includes(name));
  return row < 0 ? undefined : row;
}

/** A folder that has no place in the order yet. */
export function placedFolders(files: readonly SourceFile[]): Violation[] {
  const unplaced = files.filter(({ path }) => path.startsWith('runtime/') && height(path) === undefined);
  return unplaced.map(({ path }) => ({
    file: path,
    line: 1,
    what: 'lies in a folder of the runtime that has no place in the order.',
    remedy: 'Give it one in tests/architecture/rules/runtime-order.ts.',
  }));
}
