import { describe, expect, test } from 'vitest';
import { importsAllowed } from './rules/imports-allowed.ts';
import { noCycles } from './rules/no-cycles.ts';
import { placedFolders, runtimeOrder } from './rules/runtime-order.ts';
import { codeFiles, report, type SourceFile } from './source-file.ts';

const files = codeFiles();

describe('the tree', () => {
  test('imports only along the table, through doors', () => {
    expect(report(importsAllowed(files))).toBe('');
  });

  test('keeps the order inside the runtime', () => {
    expect(report([...placedFolders(files), ...runtimeOrder(files)])).toBe('');
  });

  test('has no circles', () => {
    expect(report(noCycles(files))).toBe('');
  });
});

describe('an import is refused', () => {
  test.each([
    ['of Node in the platform', 'platform/a.ts', `import { readFileSync } from 'node:fs';`],
    ['of a library with effects in the platform', 'platform/a.ts', `import postgres from 'postgres';`],
    ['of the runtime in the platform', 'platform/a.ts', `import { x } from '../runtime/index.ts';`],
    ['past the door of the platform', 'runtime/http/a.ts', `import { x } from '../../platform/kinds/catalog.ts';`],
    ['of types past the door', 'runtime/http/a.ts', `import type { X } from '../../platform/kinds/catalog.ts';`],
    ['of the studio in the runtime', 'runtime/http/a.ts', `const x = await import('../../studio/lib/api.ts');`],
    [
      'of a configuration by name in the runtime',
      'runtime/http/a.ts',
      `import x from '../../configurations/demo/a.ts';`,
    ],
    ['of tests in the runtime', 'runtime/http/a.ts', `export { x } from '../../tests/support/table.ts';`],
    ['of the runtime in the studio', 'studio/lib/a.ts', `import { x } from '../../runtime/session/session.ts';`],
    [
      'of values of the contract in the studio',
      'studio/lib/a.ts',
      `import { x } from '../../runtime/http/contract.ts';`,
    ],
    ['of Node in the studio', 'studio/lib/a.ts', `import { join } from 'node:path';`],
    [
      'in a script of a component',
      'studio/lib/A.svelte',
      `<script lang="ts">import { join } from 'node:path';</script>`,
    ],
    ['of npm in a configuration', 'configurations/demo/a.ts', `import { Decimal } from 'decimal.js';`],
    ['of the door of the own folder', 'platform/checks/a.ts', `import { x } from '#platform';`],
    ['of a door that does not exist', 'runtime/http/a.ts', `import { x } from '#platform/kinds';`],
  ])('%s', (_, path, text) => {
    expect(importsAllowed([{ path, text }])).toHaveLength(1);
  });

  test('that leads upwards inside the runtime', () => {
    expect(runtimeOrder([{ path: 'runtime/storage/a.ts', text: `import { x } from '../posting/b.ts';` }])).toHaveLength(
      1,
    );
  });
});

describe('an import is allowed', () => {
  test.each([
    ['of a pure library in the platform', 'platform/a.ts', `import { Decimal } from 'decimal.js';`],
    ['through the door', 'runtime/http/a.ts', `import { x } from '#platform';`],
    [
      'of types of the contract in the studio',
      'studio/lib/a.ts',
      `import type { X } from '../../runtime/http/contract.ts';`,
    ],
    ['of anything in a test', 'tests/platform/a.test.ts', `import { x } from '../../platform/kinds/catalog.ts';`],
  ])('%s', (_, path, text) => {
    expect(importsAllowed([{ path, text }])).toEqual([]);
  });

  test('downwards inside the runtime', () => {
    expect(runtimeOrder([{ path: 'runtime/posting/a.ts', text: `import { x } from '../storage/b.ts';` }])).toEqual([]);
  });
});

test('a circle is found, with its members and the line', () => {
  const circle: SourceFile[] = [
    { path: 'platform/a.ts', text: `\nimport { b } from './b.ts';` },
    { path: 'platform/b.ts', text: `export type { C } from './c.ts';` },
    { path: 'platform/c.ts', text: `import type { a } from './a.ts';` },
  ];
  expect(noCycles(circle)).toMatchObject([{ file: 'platform/a.ts', line: 2 }]);
});

test('a new folder of the runtime must be given a place in the order', () => {
  expect(placedFolders([{ path: 'runtime/magic/a.ts', text: '' }])).toHaveLength(1);
});
