import { defineConfig } from 'vitest/config';
import { chosenGroup } from './scripts/mutation/groups.mjs';

/** For `npm run mutate`: only tests that run the source itself, since the faults are not in the bundle. */
export default defineConfig({
  test: {
    include: chosenGroup().tests.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
    setupFiles: ['tests/support/own-cache.ts', 'tests/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
});
