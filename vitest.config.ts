import { defineConfig } from 'vitest/config';

/** Three suites by what they need: nothing, a database, a browser. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/architecture/**/*.test.ts', 'tests/platform/**/*.test.ts', 'tests/studio/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/runtime/**/*.test.ts', 'tests/conformance/**/*.test.ts', 'tests/scenarios/**/*.test.ts'],
          globalSetup: ['tests/support/start-postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/start-postgres.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
