import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** svelte-check over one component in a folder of its own, inside the project so that its libraries are found. */
function check(component: string): { readonly status: number | null; readonly text: string } {
  const folder = mkdtempSync(join(root, 'build', 'canary-'));
  try {
    writeFileSync(join(folder, 'canary.svelte'), component);
    const options = {
      compilerOptions: { strict: true, module: 'esnext', moduleResolution: 'bundler' },
      include: ['*.svelte'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
    const script = join(root, 'node_modules/svelte-check/bin/svelte-check');
    const args = [script, '--tsconfig', join(folder, 'tsconfig.json'), '--output', 'machine'];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return { status, text: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('svelte-check refuses a component with a wrong type', () => {
  const { status, text } = check('<script lang="ts">const count: number = "three";</script>{count}');
  expect(text).toContain("Type 'string' is not assignable to type 'number'");
  expect(status).not.toBe(0);
});

test('svelte-check accepts a component without mistakes', () => {
  expect(check('<script lang="ts">const count: number = 3;</script>{count}')).toMatchObject({ status: 0 });
});
