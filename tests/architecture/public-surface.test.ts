import { expect, test } from 'vitest';
import { doors } from './import-graph.ts';
import { publicSurface } from './public-surface.ts';
import { codeFiles } from './source-file.ts';

const files = codeFiles();

test('what the doors let out is agreed: run vitest with -u when a change is meant, and review the difference', async () => {
  const surfaces = Object.entries(doors).flatMap(([name, path]) => {
    const door = files.find(file => file.path === path);
    return door === undefined
      ? []
      : [
          `${name}\n${publicSurface(door, files)
            .map(line => `  ${line}\n`)
            .join('')}`,
        ];
  });
  await expect(surfaces.join('\n')).toMatchFileSnapshot('public-surface.txt');
});

test('a door shows names, types and what it passes on whole', () => {
  const door = { path: 'platform/index.ts', text: `export { a, type B } from './a.ts';\nexport * from './c.ts';` };
  const passed = { path: 'platform/c.ts', text: 'export const c = 1;\nexport interface D {}\nexport function e() {}' };
  expect(publicSurface(door, [door, passed])).toEqual(['a', 'c', 'e', 'type B', 'type D']);
});
