import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the evaluator comes to a browser without the parser and the checker', () => {
  const packages = importsOf(new URL('../../../platform/expressions/evaluate.ts', import.meta.url));
  expect([...packages].filter(name => !name.startsWith('file:'))).toEqual(['decimal.js']);
});

/** Files and packages that a file imports for use (types are erased), and what those import. */
function importsOf(file: URL, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  const statements = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gms);
  for (const [, name = ''] of statements) {
    if (name.startsWith('.')) importsOf(new URL(name, file), seen);
    else seen.add(name);
  }
  return seen;
}
