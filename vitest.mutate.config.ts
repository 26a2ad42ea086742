import { defineConfig } from 'vitest/config';

/** For `npm run mutate`: only tests that run the source itself, since the faults are not in the bundle. */
const usual = ['tests/host/store.test.ts', 'tests/make', 'tests/preview/guard.test.ts'];

export default defineConfig({
  test: {
    include: (process.env.TESTS?.split(',') ?? usual).map((path) =>
      path.endsWith('.ts') ? path : `${path}/**/*.test.ts`,
    ),
    setupFiles: ['tests/support/own-cache.ts', 'tests/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
