import { importsOf } from '../import-graph.ts';
import type { SourceFile, Violation } from '../source-file.ts';

/** No file needs itself to be loaded, however far around; types count as well, because readers follow them too. */
export function noCycles(files: readonly SourceFile[]): Violation[] {
  const graph = new Map(
    files.map(file => [file.path, importsOf(file).filter(({ started, lazy }) => !started && !lazy)]),
  );
  return stronglyConnected(graph.keys(), path => (graph.get(path) ?? []).flatMap(({ file }) => file ?? []))
    .filter(group => group.length > 1)
    .map(group => {
      const [file = ''] = group;
      const line = graph.get(file)?.find(found => found.file !== undefined && group.includes(found.file))?.line ?? 1;
      return {
        file,
        line,
        what: `is part of a circle of imports: ${group.join(' ↔ ')}.`,
        remedy: 'Move what both sides need into a file of its own, or pass one side to the other as an argument.',
      };
    });
}

/** Tarjan's components: groups in which each member reaches every other. */
function stronglyConnected(names: Iterable<string>, next: (name: string) => Iterable<string>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];

  function visit(name: string): void {
    const number = order.size;
    order.set(name, number);
    low.set(name, number);
    stack.push(name);
    for (const following of next(name)) {
      if (!order.has(following)) visit(following);
      if (stack.includes(following)) low.set(name, Math.min(low.get(name) ?? 0, low.get(following) ?? 0));
    }
    if (low.get(name) === number) groups.push(stack.splice(stack.indexOf(name)).sort());
  }

  for (const name of names) if (!order.has(name)) visit(name);
  return groups;
}
