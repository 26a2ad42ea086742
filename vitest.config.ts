import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/own-cache.ts', 'tests/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A browser on a busy shared machine may miss a deadline once; a real fault fails twice.
    retry: process.env.CI === undefined ? 0 : 1,
    pool: 'forks',
    maxWorkers: 2,
  },
});
