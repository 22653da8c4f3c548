/**
 * Runs the checks (types, build, lint, unused code, metadata of every package) and the test suites, and ends with one line
 * that sums them up: `N passed, N failed`. `npm test` runs all; `npm run check` the checks; a name runs that part.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './support/chromium.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Part {
  readonly name: string;
  readonly group: 'checks' | 'tests';
  readonly run: () => Count;
}

const failure: Count = { passed: 0, failed: 1, skipped: 0 };

const parts: readonly Part[] = [
  check('types', 'node_modules/typescript/bin/tsc', '-p', '.'),
  // The workspace is built first: its type check reads what the build generates, and browser tests open what it built.
  check('workspace', 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'),
  check(
    'types-studio',
    'node_modules/svelte-check/bin/svelte-check',
    '--tsconfig',
    'studio/tsconfig.json',
    '--threshold',
    'warning',
  ),
  check('lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'),
  check('lint-studio', 'node_modules/eslint/bin/eslint.js', 'studio'),
  check('unused', 'node_modules/knip/bin/knip.js'),
  check('metadata', 'runtime/main.ts', 'check'),
  { name: 'architecture', group: 'checks', run: () => suite('unit', 'tests/architecture') },
  { name: 'unit', group: 'tests', run: () => suite('unit', 'tests/platform', 'tests/studio') },
  { name: 'database', group: 'tests', run: () => suite('database') },
  { name: 'browser', group: 'tests', run: browserSuite },
];

const asked = process.argv.slice(2);
const chosen = parts.filter(part => asked.length === 0 || asked.includes(part.name) || asked.includes(part.group));
if (chosen.length === 0)
  throw new Error(`There is no part «${asked.join(', ')}»; there are: ${parts.map(part => part.name).join(', ')}.`);

const total = chosen.map(announce).reduce(add, { passed: 0, failed: 0, skipped: 0 });
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function announce(part: Part): Count {
  const started = performance.now();
  console.log(`\n── ${part.name}`);
  const count = part.run();
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`── ${part.name}: ${count.failed === 0 ? 'good' : 'FAILED'} in ${seconds} s`);
  return count;
}

function check(name: string, script: string, ...words: string[]): Part {
  return {
    name,
    group: 'checks',
    run: () => (node(script, ...words) ? { passed: 1, failed: 0, skipped: 0 } : failure),
  };
}

function browserSuite(): Count {
  const chromium = ensureChromium();
  if (chromium === undefined) {
    console.log('No Chromium was found and none could be installed. Install it, or name one in CHROMIUM_PATH.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  process.env['CHROMIUM_PATH'] = chromium;
  return suite('browser');
}

function suite(project: string, ...folders: string[]): Count {
  const folder = mkdtempSync(join(tmpdir(), 'aubade-tests-'));
  const file = join(folder, 'results.json');
  try {
    const words = [
      'run',
      '--project',
      project,
      '--reporter',
      'default',
      '--reporter',
      'json',
      `--outputFile.json=${file}`,
    ];
    const good = node('node_modules/vitest/vitest.mjs', ...words, '--passWithNoTests', ...folders);
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
    // A suite that breaks outside its tests (a hook, an unhandled rejection) fails without a failed test.
    const failed = Math.max(numFailedTests, good ? 0 : 1);
    return { passed: numPassedTests, failed, skipped: numPendingTests };
  } catch {
    return failure;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function node(script: string, ...words: string[]): boolean {
  return spawnSync(process.execPath, [script, ...words], { stdio: 'inherit' }).status === 0;
}

function add(one: Count, other: Count): Count {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}
